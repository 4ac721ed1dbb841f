package brume.lambda.function;

import java.time.Duration;

/// Bounds of functions and their requests. Source: AWS Lambda Developer Guide, "Lambda quotas",
/// unless said otherwise.
public final class Limits {
  /// Characters of a function's name without the rest of its ARN.
  public static final int NAME = 64;

  /// Bytes of the names and values of environment variables.
  public static final int VARIABLES_BYTES = 4096;

  public static final int LAYERS = 5;

  public static final int MEMORY_MB = 128;
  public static final int MAX_MEMORY_MB = 10_240;

  public static final int TIMEOUT_S = 3;
  public static final int MAX_TIMEOUT_S = 900;

  public static final int TMP_MB = 512;
  public static final int MAX_TMP_MB = 10_240;

  /// Bytes of a function's policy.
  public static final int POLICY_BYTES = 20_480;

  /// Requests of an account in a region that run at the same time.
  public static final int CONCURRENCY = 1000;

  /// How many of them no function can reserve.
  public static final int UNRESERVED_CONCURRENCY = 100;

  /// Bytes of the event of an asynchronous request. Source: AWS Lambda API reference, "Invoke".
  public static final int EVENT_BYTES = 1024 * 1024;

  /// How long the queue of asynchronous requests keeps an event at most.
  public static final Duration EVENT_AGE = Duration.ofHours(6);

  /// How often an event that the function failed on is tried again at most.
  public static final int EVENT_RETRIES = 2;

  /// Of one resource.
  public static final int TAGS = 50;

  /// Items of a listing. Source: AWS Lambda API reference, "ListFunctions".
  public static final int PAGE = 50;

  private Limits() {}
}
