package brume.s3.site;

import static brume.model.s3.S3Error.ACCESS_FORBIDDEN;
import static brume.model.s3.S3Error.BAD_REQUEST;

import brume.base.PercentCode;
import brume.http.Headers;
import brume.http.Request;
import brume.model.s3.CORSConfiguration;
import brume.s3.bucket.CorsMatch;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.refusal.Detail;
import brume.service.CrossOrigin;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The web pages that may use a bucket, as its CORS configuration has them.
///
/// Source: Amazon S3 User Guide, "Using cross-origin resource sharing (CORS)"; API reference,
/// OPTIONS object.
public final class BucketPages implements CrossOrigin {
  private final Buckets buckets;
  private final Configurations configurations;

  public BucketPages(Buckets buckets, Configurations configurations) {
    this.buckets = buckets;
    this.configurations = configurations;
  }

  @Override
  public Headers preflight(Request request) {
    var origin = request.headers().first("origin");
    if (origin == null) {
      throw BAD_REQUEST.because("Insufficient information. Origin request header needed.");
    }
    var method = request.headers().first("access-control-request-method");
    if (method == null) {
      throw BAD_REQUEST.because("Invalid Access-Control-Request-Method: null");
    }
    var path = bucketAndKey(request);
    var rules = rules(path[0]);
    if (rules == null) {
      throw refused("CORS is not enabled for this bucket.", method, "BUCKET");
    }
    var announced = request.headers().first("access-control-request-headers");
    var match = CorsMatch.find(rules, origin, method, names(announced));
    if (match == null) {
      throw refused(
          "This CORS request is not allowed. This is usually because the evalution of Origin,"
              + " request method / Access-Control-Request-Method or Access-Control-Request-Headers"
              + " are not whitelisted by the resource's CORS spec.",
          method,
          path.length > 1 && !path[1].isEmpty() ? "OBJECT" : "BUCKET");
    }
    return match.headers(announced);
  }

  @Override
  public Headers answer(Request request) {
    var origin = request.headers().first("origin");
    var rules = origin == null ? null : rules(bucketAndKey(request)[0]);
    var match =
        origin == null || rules == null
            ? null
            : CorsMatch.find(rules, origin, request.method(), List.of());
    return match == null ? Headers.EMPTY : match.headers(null);
  }

  private static String[] bucketAndKey(Request request) {
    return PercentCode.decode(request.path()).substring(1).split("/", 2);
  }

  private @Nullable CORSConfiguration rules(String name) {
    var bucket = buckets.find(name);
    return bucket == null ? null : configurations.get(bucket, Setting.CORS);
  }

  private static List<String> names(@Nullable String announced) {
    return announced == null
        ? List.of()
        : Arrays.stream(announced.split(",")).map(String::strip).toList();
  }

  private static RuntimeException refused(String text, String method, String resourceType) {
    return ACCESS_FORBIDDEN.because(
        "CORSResponse: " + text, Detail.of("Method", method, "ResourceType", resourceType));
  }
}
