/// The actions of DynamoDB Streams, a service of its own.
@NullMarked
package brume.dynamodb.operation.stream;

import org.jspecify.annotations.NullMarked;
