package brume.dynamodb.item;

import static brume.model.dynamodb.DynamoDbError.VALIDATION_EXCEPTION;

import brume.shape.ServiceException;

/// Refusals of requests that break a rule of DynamoDB.
public final class Invalid {
  private Invalid() {}

  /// With this text.
  public static ServiceException request(String text) {
    return VALIDATION_EXCEPTION.because(text);
  }

  /// With AWS's opening of most of its texts.
  public static ServiceException parameter(String text) {
    return request("One or more parameter values were invalid: " + text);
  }
}
