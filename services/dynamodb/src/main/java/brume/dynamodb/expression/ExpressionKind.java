package brume.dynamodb.expression;

import brume.dynamodb.item.Invalid;
import brume.shape.ServiceException;

/// The parameter that an expression came in, which its errors name.
enum ExpressionKind {
  CONDITION("ConditionExpression"),
  FILTER("FilterExpression"),
  KEY_CONDITION("KeyConditionExpression"),
  UPDATE("UpdateExpression"),
  PROJECTION("ProjectionExpression");

  private final String parameter;

  ExpressionKind(String parameter) {
    this.parameter = parameter;
  }

  String parameter() {
    return parameter;
  }

  ServiceException invalid(String text) {
    return Invalid.request("Invalid " + parameter + ": " + text);
  }
}
