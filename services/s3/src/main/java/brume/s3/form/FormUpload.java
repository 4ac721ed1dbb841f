package brume.s3.form;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;

import brume.base.Body;
import brume.base.PercentCode;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.model.s3.PutObjectOutput;
import brume.model.s3.PutObjectRequest;
import brume.model.s3.S3Model;
import brume.s3.refusal.Detail;
import brume.service.Call;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Puts the file of a form, as whoever signed its policy.
public final class FormUpload {
  /// The condition key of policies that tells forms from other requests, and its value.
  public static final String AUTH_TYPE = "s3:authType";

  public static final String POST = "POST";

  private static final String METADATA = "x-amz-meta-";
  private static final String FILE_NAME = "${filename}";
  private static final int NO_CONTENT = 204;
  private static final int CREATED = 201;
  private static final int SEE_OTHER = 303;

  /// Fields that Brume honours beside metadata.
  private static final Set<String> KNOWN =
      Set.of(
          "key",
          "acl",
          "bucket",
          "cache-control",
          "content-type",
          "content-disposition",
          "content-encoding",
          "policy",
          "signature",
          "awsaccesskeyid",
          "redirect",
          "success_action_redirect",
          "success_action_status",
          "x-amz-algorithm",
          "x-amz-credential",
          "x-amz-date",
          "x-amz-security-token",
          "x-amz-server-side-encryption",
          "x-amz-signature",
          "x-amz-storage-class",
          "x-amz-website-redirect-location");

  private FormUpload() {}

  public static boolean isIn(Request request) {
    return request.method().equals(POST) && Form.isIn(request) && !bucket(request).isEmpty();
  }

  private static String bucket(Request request) {
    var path = PercentCode.decode(request.path()).substring(1);
    var name = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return name.contains("/") ? "" : name;
  }

  /// @param call made by nobody yet
  public static Response put(Call call, Request request) throws IOException {
    var bucket = bucket(request);
    var form = Form.read(request);
    var sender = call.in(call.scope());
    var sizes = PostPolicy.Sizes.ANY;
    if (form.given("policy") != null) {
      sender = call.as(FormSignature.verify(call, request, form));
      sizes = PostPolicy.parse(form.field("policy")).check(form.fields(), bucket, call.now());
    }
    var key = form.field("key").replace(FILE_NAME, form.fileName());
    if (key.isEmpty()) {
      throw INVALID_ARGUMENT.because(
          "Bucket POST must contain a field named 'key'.  If it is specified, please check the"
              + " order of the fields.",
          Detail.of("ArgumentName", "key", "ArgumentValue", ""));
    }
    var input = input(form, bucket, key, new SizedStream(form.file(), sizes));
    var posted = withAuthType(sender).invoke(S3Model.PUT_OBJECT, input);
    return answer(call, form, bucket, key, posted);
  }

  private static Call withAuthType(Call call) {
    return new Call(
        call.caller(),
        call.scope(),
        call.requestId(),
        call.now(),
        call.context().with(AUTH_TYPE, POST),
        call.platform());
  }

  private static PutObjectRequest input(Form form, String bucket, String key, SizedStream file) {
    var metadata = new LinkedHashMap<String, String>();
    for (var field : form.fields().entrySet()) {
      var name = field.getKey().toLowerCase(Locale.ROOT);
      if (name.startsWith(METADATA)) {
        metadata.put(name.substring(METADATA.length()), field.getValue());
      } else if (!KNOWN.contains(name) && !name.startsWith("x-ignore-")) {
        throw brume.s3.refusal.Lacking.of("the form field " + name);
      }
    }
    var type = form.given("content-type");
    return PutObjectRequest.builder()
        .bucket(bucket)
        .key(key)
        .acl(form.given("acl"))
        .cacheControl(form.given("cache-control"))
        .contentDisposition(form.given("content-disposition"))
        .contentEncoding(form.given("content-encoding"))
        .contentType(type == null ? form.fileType() : type)
        .metadata(metadata.isEmpty() ? null : Map.copyOf(metadata))
        .serverSideEncryption(form.given("x-amz-server-side-encryption"))
        .storageClass(form.given("x-amz-storage-class"))
        .websiteRedirectLocation(form.given("x-amz-website-redirect-location"))
        .body(new Body.OfStream(file, Body.UNKNOWN))
        .build();
  }

  private static Response answer(
      Call call, Form form, String bucket, String key, PutObjectOutput posted) {
    var etag = String.valueOf(posted.eTag());
    var location = call.endpoint().url() + '/' + bucket + '/' + PercentCode.encodePath(key);
    var headers = Headers.of("ETag", etag, "x-amz-request-id", call.requestId());
    if (posted.versionId() != null) {
      headers = headers.with("x-amz-version-id", posted.versionId());
    }
    var redirect =
        form.field(form.given("redirect") == null ? "success_action_redirect" : "redirect");
    if (!redirect.isEmpty()) {
      var query =
          "bucket="
              + PercentCode.encode(bucket)
              + "&key="
              + PercentCode.encode(key)
              + "&etag="
              + PercentCode.encode(etag);
      var target = redirect + (redirect.contains("?") ? '&' : '?') + query;
      return Response.of(SEE_OTHER).with(headers).with("Location", target);
    }
    return switch (form.field("success_action_status")) {
      case "200" -> Response.of(200).with(headers).with("Location", location);
      case "201" ->
          Response.of(CREATED, "application/xml", document(location, bucket, key, etag))
              .with(headers)
              .with("Location", location);
      default -> Response.of(NO_CONTENT).with(headers).with("Location", location);
    };
  }

  private static String document(String location, String bucket, String key, String etag) {
    return new String(
        new brume.wire.xml.XmlWriter()
            .declaration()
            .open("PostResponse", null)
            .element("Location", location)
            .element("Bucket", bucket)
            .element("Key", key)
            .element("ETag", etag)
            .close("PostResponse")
            .bytes(),
        java.nio.charset.StandardCharsets.UTF_8);
  }
}
