/// The actions of AWS Lambda on functions, their versions and their requests, each in a file of its
/// name. Those on what belongs to functions are in the packages below.
@NullMarked
package brume.lambda.operation;

import org.jspecify.annotations.NullMarked;
