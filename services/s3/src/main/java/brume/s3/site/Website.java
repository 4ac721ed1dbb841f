package brume.s3.site;

import brume.base.PercentCode;
import brume.http.Request;
import brume.http.Response;
import brume.model.s3.GetObjectOutput;
import brume.model.s3.GetObjectRequest;
import brume.model.s3.HeadObjectRequest;
import brume.model.s3.S3Error;
import brume.model.s3.S3Model;
import brume.model.s3.WebsiteConfiguration;
import brume.s3.bucket.Setting;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Site;
import brume.shape.Protocol;
import brume.shape.ServiceException;
import brume.wire.Codec;
import org.jspecify.annotations.Nullable;

/// Buckets as websites: index documents, error documents and redirects, read by nobody in
/// particular, whom the bucket's policy must let in.
///
/// Source: Amazon S3 User Guide, "Hosting a static website using Amazon S3".
public final class Website implements Site {
  private static final String KIND = "s3-website";

  private final Buckets buckets;
  private final Configurations configurations;

  public Website(Buckets buckets, Configurations configurations) {
    this.buckets = buckets;
    this.configurations = configurations;
  }

  /// Where the website of a bucket is.
  public static String url(Call call, String bucket) {
    var endpoint = call.endpoint();
    var host = bucket + '.' + KIND + '.' + call.scope().region() + '.' + endpoint.host();
    return "http://" + host + ':' + endpoint.port();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Response serve(Call call, String name, Request request) {
    var website = configurations.get(buckets.get(name), Setting.WEBSITE);
    if (website == null) {
      throw S3Error.NO_SUCH_WEBSITE_CONFIGURATION.because(
          "The specified bucket does not have a website configuration");
    }
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      throw S3Error.METHOD_NOT_ALLOWED.because(
          "The specified method is not allowed against this resource.");
    }
    var key = PercentCode.decode(request.path()).substring(1);
    var all = website.redirectAllRequestsTo();
    if (all != null) {
      return Redirection.toHost(request, all);
    }
    var early = Redirection.find(website, key, null);
    return early == null ? document(call, name, website, key, request) : early.answer(request, key);
  }

  private static Response document(
      Call call, String bucket, WebsiteConfiguration website, String key, Request request) {
    boolean folder = key.isEmpty() || key.endsWith("/");
    try {
      return sent(call, get(call, bucket, folder ? key + suffix(website) : key, request));
    } catch (ServiceException e) {
      int status = status(e);
      if (status < 400) {
        return Response.of(status);
      }
      if (!folder && isThere(call, bucket, key + '/' + suffix(website))) {
        return Response.of(302).with("Location", request.path() + '/');
      }
      var late = Redirection.find(website, key, status);
      return late == null ? error(call, bucket, website, e, status) : late.answer(request, key);
    }
  }

  private static String suffix(WebsiteConfiguration website) {
    return website.indexDocument() == null ? "" : website.indexDocument().suffix();
  }

  private static GetObjectOutput get(
      Call call, String bucket, String key, @Nullable Request request) {
    var input = GetObjectRequest.builder().bucket(bucket).key(key);
    if (request != null) {
      var headers = request.headers();
      input
          .range(headers.first("range"))
          .ifNoneMatch(headers.first("if-none-match"))
          .ifMatch(headers.first("if-match"));
    }
    return call.invoke(S3Model.GET_OBJECT, input.build());
  }

  private static boolean isThere(Call call, String bucket, String key) {
    try {
      call.invoke(S3Model.HEAD_OBJECT, HeadObjectRequest.builder().bucket(bucket).key(key).build());
      return true;
    } catch (ServiceException _) {
      return false;
    }
  }

  private static Response sent(Call call, GetObjectOutput output) {
    var location = output.websiteRedirectLocation();
    return location != null
        ? Response.of(301).with("Location", location)
        : Codec.of(Protocol.REST_XML)
            .encode(S3Model.SERVICE, S3Model.GET_OBJECT, output, call.requestId());
  }

  private static Response error(
      Call call,
      String bucket,
      WebsiteConfiguration website,
      ServiceException refused,
      int status) {
    if (website.errorDocument() != null) {
      try {
        var page = sent(call, get(call, bucket, website.errorDocument().key(), null));
        return new Response(status, page.headers(), page.body());
      } catch (ServiceException _) {
        // there is no such page, or not for everyone: the plain one follows
      }
    }
    var code = denied(refused) ? "AccessDenied" : refused.error().code();
    return Response.of(
        status,
        "text/html; charset=utf-8",
        "<html><head><title>"
            + status
            + "</title></head><body><h1>"
            + code
            + "</h1></body></html>");
  }

  private static int status(ServiceException refused) {
    return denied(refused) ? S3Error.ACCESS_DENIED.status() : refused.error().status();
  }

  private static boolean denied(ServiceException refused) {
    return refused.error() == CommonError.ACCESS_DENIED;
  }
}
