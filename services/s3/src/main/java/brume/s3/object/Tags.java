package brume.s3.object;

import static brume.model.s3.S3Error.INVALID_ARGUMENT;
import static brume.model.s3.S3Error.INVALID_TAG;

import brume.http.QueryString;
import brume.model.s3.Tag;
import brume.s3.refusal.Detail;
import brume.shape.ServiceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tags of an object or a bucket.
///
/// Source: Amazon S3 User Guide, "Categorizing your objects using tags" and "Using cost allocation
/// S3 bucket tags".
public final class Tags {
  public static final int MAX_OF_OBJECT = 10;
  public static final int MAX_OF_BUCKET = 50;

  private static final int MAX_KEY_CHARS = 128;
  private static final int MAX_VALUE_CHARS = 256;

  private Tags() {}

  /// Those of an `x-amz-tagging` header, written as a query string.
  public static Map<String, String> ofHeader(@Nullable String header) {
    if (header == null || header.isEmpty()) {
      return Map.of();
    }
    var tags =
        QueryString.parse(header).parameters().stream()
            .map(parameter -> new Tag(parameter.name(), parameter.value()))
            .toList();
    try {
      return checked(tags, MAX_OF_OBJECT);
    } catch (ServiceException e) {
      if (e.error() != INVALID_TAG) {
        throw e;
      }
      throw INVALID_ARGUMENT.because(
          "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query"
              + " parameters without tag name duplicates.",
          Detail.of("ArgumentName", "x-amz-tagging", "ArgumentValue", header));
    }
  }

  public static Map<String, String> checked(List<Tag> tags, int maximum) {
    if (tags.size() > maximum) {
      throw brume.model.s3.S3Error.INVALID_TAG.because(
          maximum == MAX_OF_OBJECT
              ? "Object tags cannot be greater than 10"
              : "Bucket tag count cannot be greater than 50");
    }
    var checked = new LinkedHashMap<String, String>();
    for (var tag : tags) {
      if (tag.key().isEmpty() || tag.key().length() > MAX_KEY_CHARS) {
        throw INVALID_TAG.because(
            "The TagKey you have provided is invalid", Detail.of("TagKey", tag.key()));
      }
      if (tag.value().length() > MAX_VALUE_CHARS) {
        throw INVALID_TAG.because(
            "The TagValue you have provided is invalid", Detail.of("TagValue", tag.value()));
      }
      if (checked.put(tag.key(), tag.value()) != null) {
        throw INVALID_TAG.because(
            "Cannot provide multiple Tags with the same key", Detail.of("TagKey", tag.key()));
      }
    }
    return checked;
  }

  public static List<Tag> list(Map<String, String> tags) {
    return tags.entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList();
  }
}
