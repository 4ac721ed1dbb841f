package brume.dynamodb.expression;

/// A part of a condition: in parentheses, its parser cannot tell beforehand which of the two it is.
public sealed interface Node permits Condition, Operand {}
