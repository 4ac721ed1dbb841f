/// The actions of AWS STS, one a file.
@NullMarked
package brume.sts.operation;

import org.jspecify.annotations.NullMarked;
