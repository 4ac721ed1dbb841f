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
import brume.shape.Location;
import brume.shape.TimestampFormat;
import brume.wire.value.Text;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/// Puts the file of a form, as whoever signed its policy.
public final class FormUpload {
  /// The condition key of policies that tells forms from other requests, and its value.
  public static final String AUTH_TYPE = "s3:authType";

  public static final String POST = "POST";

  private static final String FILE_NAME = "${filename}";
  private static final int NO_CONTENT = 204;
  private static final int CREATED = 201;
  private static final int SEE_OTHER = 303;

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
    var fields = FormFields.read(form.fields());
    var type = fields.contentType();
    return fields.toBuilder()
        .bucket(bucket)
        .key(key)
        .contentType(type == null ? form.fileType() : type)
        .body(new Body.OfStream(file, Body.UNKNOWN))
        .build();
  }

  private static Response answer(
      Call call, Form form, String bucket, String key, PutObjectOutput posted) {
    var etag = String.valueOf(posted.eTag());
    var location = call.endpoint().url() + '/' + bucket + '/' + PercentCode.encodePath(key);
    var headers = headers(posted).with("x-amz-request-id", call.requestId());
    var redirect =
        form.field(form.given("redirect") == null ? "success_action_redirect" : "redirect");
    if (isUrl(redirect)) {
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

  /// What is none is as if it were not there.
  private static boolean isUrl(String text) {
    try {
      return new URI(text).getHost() != null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /// Those of the reply of PutObject.
  private static Headers headers(PutObjectOutput posted) {
    var headers = Headers.EMPTY;
    var members = PutObjectOutput.SHAPE.members();
    for (int i = 0; i < members.size(); i++) {
      var value = posted.member(i);
      if (value != null && members.get(i).location() == Location.HEADER) {
        var text = Text.print(value, TimestampFormat.HTTP_DATE);
        headers = headers.with(members.get(i).wireName(), text);
      }
    }
    return headers;
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
