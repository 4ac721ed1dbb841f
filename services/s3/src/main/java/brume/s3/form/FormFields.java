package brume.s3.form;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;

import brume.base.PercentCode;
import brume.model.s3.PutObjectRequest;
import brume.model.s3.Tag;
import brume.model.s3.Tagging;
import brume.s3.object.Tags;
import brume.s3.refusal.Detail;
import brume.s3.refusal.Lacking;
import brume.s3.refusal.MalformedXml;
import brume.shape.Location;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.TimestampFormat;
import brume.wire.value.MalformedException;
import brume.wire.value.Text;
import brume.wire.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the fields of a form say of the object: most are named and written as the headers of
/// PutObject, but tags are a document.
///
/// Source: Amazon S3 API reference, "POST object".
final class FormFields {
  private static final String METADATA = "x-amz-meta-";
  private static final String CHECKSUM = "x-amz-checksum-";
  private static final String TAGGING = "tagging";

  /// Fields that say nothing of the object.
  private static final Set<String> OTHERS =
      Set.of(
          "key",
          "bucket",
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
          "x-amz-signature");

  /// Headers of PutObject that are fields, beside those of checksums.
  private static final Set<String> HEADERS =
      Set.of(
          "acl",
          "cache-control",
          "content-disposition",
          "content-encoding",
          "content-md5",
          "content-type",
          "expires",
          "x-amz-object-lock-legal-hold",
          "x-amz-object-lock-mode",
          "x-amz-object-lock-retain-until-date",
          "x-amz-sdk-checksum-algorithm",
          "x-amz-server-side-encryption",
          "x-amz-server-side-encryption-aws-kms-key-id",
          "x-amz-server-side-encryption-bucket-key-enabled",
          "x-amz-server-side-encryption-context",
          "x-amz-server-side-encryption-customer-algorithm",
          "x-amz-server-side-encryption-customer-key",
          "x-amz-server-side-encryption-customer-key-md5",
          "x-amz-storage-class",
          "x-amz-website-redirect-location");

  /// The members of PutObject's request, by the fields that give them.
  private static final Map<String, Integer> MEMBERS = members();

  private FormFields() {}

  private static Map<String, Integer> members() {
    var members = new LinkedHashMap<String, Integer>();
    var all = PutObjectRequest.SHAPE.members();
    for (int i = 0; i < all.size(); i++) {
      var header = all.get(i).wireName().toLowerCase(Locale.ROOT);
      var field = header.equals("x-amz-acl") ? "acl" : header;
      if (all.get(i).location() == Location.HEADER
          && (HEADERS.contains(field) || field.startsWith(CHECKSUM))) {
        members.put(field, i);
      }
    }
    return members;
  }

  /// A request to put an object, which lacks its name and its bytes.
  static PutObjectRequest read(Map<String, String> fields) {
    var values = new @Nullable Object[PutObjectRequest.SHAPE.members().size()];
    var metadata = new LinkedHashMap<String, String>();
    for (var field : fields.entrySet()) {
      var name = field.getKey().toLowerCase(Locale.ROOT);
      var member = MEMBERS.get(name);
      if (member != null) {
        values[member] =
            value(PutObjectRequest.SHAPE.members().get(member), name, field.getValue());
      } else if (name.startsWith(METADATA)) {
        metadata.put(name.substring(METADATA.length()), line(name, field.getValue()));
      } else if (!name.equals(TAGGING) && !OTHERS.contains(name) && !name.startsWith("x-ignore-")) {
        throw Lacking.of("the form field " + name);
      }
    }
    return PutObjectRequest.SHAPE.make(values).toBuilder()
        .metadata(metadata.isEmpty() ? null : Map.copyOf(metadata))
        .tagging(tagging(fields.get(TAGGING)))
        .build();
  }

  private static Object value(Member member, String name, String text) {
    var format = member.timestampFormat();
    try {
      return Text.parse(
          line(name, text),
          ((SimpleShape) member.target()).kind(),
          format == null ? TimestampFormat.HTTP_DATE : format);
    } catch (MalformedException _) {
      throw invalid(name, text);
    }
  }

  /// A value that headers can carry, as they are to whoever reads the object.
  private static String line(String name, String text) {
    if (text.chars().anyMatch(c -> c < ' ' && c != '\t')) {
      throw invalid(name, text);
    }
    return text;
  }

  private static RuntimeException invalid(String name, String text) {
    return INVALID_ARGUMENT.because(
        "The value of the field " + name + " is not valid",
        Detail.of("ArgumentName", name, "ArgumentValue", text));
  }

  /// As the header of PutObject has them; null for none.
  private static @Nullable String tagging(@Nullable String document) {
    if (document == null || document.isEmpty()) {
      return null;
    }
    return Tags.checked(tags(document), Tags.MAX_OF_OBJECT).entrySet().stream()
        .map(tag -> PercentCode.encode(tag.getKey()) + '=' + PercentCode.encode(tag.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static List<Tag> tags(String document) {
    try {
      var read = XmlReader.read(document.getBytes(StandardCharsets.UTF_8), Tagging.SHAPE);
      var tags = new ArrayList<Tag>();
      if (read.member(0) instanceof List<?> all) {
        for (var each : all) {
          // a document says what no one has checked yet
          if (!(each instanceof Tag tag) || tag.member(0) == null || tag.member(1) == null) {
            throw MalformedXml.refusal();
          }
          tags.add(tag);
        }
        return tags;
      }
    } catch (MalformedException _) {
      // refused below
    }
    throw MalformedXml.refusal();
  }
}
