package brume.dax.method;

import brume.dax.cbor.CborWriter;
import brume.shape.ServiceException;
import java.util.List;
import java.util.Map;

/// How clients are told what went wrong: by a row of numbers from which they make their exceptions,
/// a text, and DynamoDB's own code and status.
public final class Failures {
  /// Beside it stand the numbers of DynamoDB's errors.
  private static final List<Integer> OF_DYNAMODB = List.of(4, 37, 38, 39);

  private static final List<Integer> NOT_IMPLEMENTED = List.of(4, 37, 38, 44);

  /// Upon which clients sign in anew and try again, once.
  private static final List<Integer> NOT_SIGNED_IN = List.of(4, 23, 31, 33);

  private static final int UNKNOWN = 0;
  private static final int INTERNAL = 47;
  private static final int CANCELED = 58;
  private static final int BAD_REQUEST = 400;

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("ProvisionedThroughputExceededException", 40),
          Map.entry("ResourceNotFoundException", 41),
          Map.entry("ConditionalCheckFailedException", 43),
          Map.entry("ResourceInUseException", 45),
          Map.entry("ValidationException", 46),
          Map.entry("SerializationException", 46),
          Map.entry("InternalServerError", INTERNAL),
          Map.entry("InternalFailure", INTERNAL),
          Map.entry("ServiceUnavailable", INTERNAL),
          Map.entry("ItemCollectionSizeLimitExceededException", 48),
          Map.entry("LimitExceededException", 49),
          Map.entry("ThrottlingException", 50),
          Map.entry("TransactionConflictException", 57),
          Map.entry("TransactionCanceledException", CANCELED),
          Map.entry("TransactionInProgressException", 59),
          Map.entry("IdempotentParameterMismatchException", 60),
          Map.entry("RequestLimitExceeded", 61));

  private Failures() {}

  static void write(CborWriter out, ServiceException refused, String requestId) {
    var code = refused.error().code();
    if (code.equals("NotImplemented")) {
      numbers(out, NOT_IMPLEMENTED);
    } else {
      dynamoDb(out, NUMBERS.getOrDefault(code, UNKNOWN));
    }
    out.text(refused.message()).array(3);
    details(out, requestId, code, refused.error().status());
  }

  static void write(CborWriter out, CanceledException canceled, String requestId) {
    dynamoDb(out, CANCELED);
    var refused = canceled.refused();
    out.text(refused.message()).array(4);
    details(out, requestId, refused.error().code(), refused.error().status());
    out.array(3 * canceled.reasons().size());
    for (var reason : canceled.reasons()) {
      out.text(reason.code()).nullableText(reason.message());
      if (reason.item() == null) {
        out.nothing();
      } else {
        out.bytes(reason.item());
      }
    }
  }

  /// Nobody has signed in on the connection, or not well.
  public static void notSignedIn(CborWriter out, String reason) {
    numbers(out, NOT_SIGNED_IN);
    out.text(reason).array(3);
    out.nothing().text("MissingAuthenticationTokenException").integer(BAD_REQUEST);
  }

  private static void dynamoDb(CborWriter out, int number) {
    out.array(OF_DYNAMODB.size() + 1);
    OF_DYNAMODB.forEach(out::integer);
    out.integer(number);
  }

  private static void numbers(CborWriter out, List<Integer> numbers) {
    out.array(numbers.size());
    numbers.forEach(out::integer);
  }

  private static void details(CborWriter out, String requestId, String code, int status) {
    out.text(requestId).text(code).integer(status);
  }
}
