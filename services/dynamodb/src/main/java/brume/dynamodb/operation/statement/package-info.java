/// The actions that carry out statements of PartiQL.
@NullMarked
package brume.dynamodb.operation.statement;

import org.jspecify.annotations.NullMarked;
