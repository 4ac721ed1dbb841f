package brume.dax.expression;

import brume.dax.cbor.MalformedException;

/// What an expression may apply, in the order of their numbers.
enum Function {
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS("<"),
  GREATER_OR_EQUAL(">="),
  GREATER(">"),
  LESS_OR_EQUAL("<="),
  AND("AND"),
  OR("OR"),
  NOT("NOT"),
  BETWEEN("BETWEEN"),
  IN("IN"),
  ATTRIBUTE_EXISTS("attribute_exists"),
  ATTRIBUTE_NOT_EXISTS("attribute_not_exists"),
  ATTRIBUTE_TYPE("attribute_type"),
  BEGINS_WITH("begins_with"),
  CONTAINS("contains"),
  SIZE("size"),
  VARIABLE(":"),
  PATH("."),
  SET("SET"),
  ADD("ADD"),
  DELETE("DELETE"),
  REMOVE("REMOVE"),
  IF_NOT_EXISTS("if_not_exists"),
  LIST_APPEND("list_append"),
  PLUS("+"),
  MINUS("-");

  private static final Function[] BY_NUMBER = values();

  private final String text;

  Function(String text) {
    this.text = text;
  }

  static Function of(int number) {
    if (number < 0 || number >= BY_NUMBER.length) {
      throw new MalformedException("No function of expressions: " + number);
    }
    return BY_NUMBER[number];
  }

  /// As DynamoDB's language spells it.
  String text() {
    return text;
  }

  boolean joins() {
    return this == AND || this == OR || this == NOT;
  }
}
