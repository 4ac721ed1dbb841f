package brume.s3.request;

import brume.s3.object.Tags;
import brume.service.Access;
import brume.shape.Structure;
import java.util.Map;

/// The condition keys of policies on requests that write objects.
///
/// Source: Service Authorization Reference, "Condition keys for Amazon S3".
public final class WriteConditions {
  private static final Map<String, String> KEYS =
      Map.of(
          "ACL", "s3:x-amz-acl",
          "ServerSideEncryption", "s3:x-amz-server-side-encryption",
          "SSECustomerAlgorithm", "s3:x-amz-server-side-encryption-customer-algorithm",
          "StorageClass", "s3:x-amz-storage-class",
          "CopySource", "s3:x-amz-copy-source",
          "MetadataDirective", "s3:x-amz-metadata-directive",
          "ObjectLockMode", "s3:object-lock-mode",
          "ObjectLockLegalHoldStatus", "s3:object-lock-legal-hold",
          "IfMatch", "s3:if-match",
          "IfNoneMatch", "s3:if-none-match");

  private WriteConditions() {}

  public static Access of(Access access, Structure request) {
    var richer = access;
    for (var key : KEYS.entrySet()) {
      int index = request.shape().indexOf(key.getKey());
      if (index >= 0 && request.member(index) instanceof String value) {
        richer = richer.where(key.getValue(), value);
      }
    }
    int tagging = request.shape().indexOf("Tagging");
    return tagging >= 0 && request.member(tagging) instanceof String header
        ? tagged(richer, Tags.ofHeader(header))
        : richer;
  }

  public static Access tagged(Access access, Map<String, String> tags) {
    var richer = access;
    for (var tag : tags.entrySet()) {
      richer = richer.where("s3:RequestObjectTag/" + tag.getKey(), tag.getValue());
    }
    return tags.isEmpty()
        ? richer
        : richer.where("s3:RequestObjectTagKeys", tags.keySet().toArray(String[]::new));
  }
}
