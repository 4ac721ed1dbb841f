/// PartiQL as DynamoDB has it: a statement reads the items of one table or index, or writes one
/// item.
///
/// A statement is parsed into the conditions, operands and updates of expressions, and carried out
/// as what those mean. Parameters are put in place of `?` while parsing.
///
/// Start with [Statement] and [StatementParser].
@NullMarked
package brume.dynamodb.statement;

import org.jspecify.annotations.NullMarked;
