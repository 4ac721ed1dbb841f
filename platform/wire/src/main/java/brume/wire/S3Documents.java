package brume.wire;

import brume.shape.ServiceShape;
import brume.shape.StructureShape;
import java.util.Map;

/// The documents that S3 answers with: its models here leave out the names of their roots and their
/// namespace.
///
/// Source: Amazon S3 API reference, the response syntax of each operation.
final class S3Documents {
  static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private static final String SERVICE = "s3";

  private static final Map<String, String> ROOTS =
      Map.ofEntries(
          Map.entry("CompleteMultipartUploadOutput", "CompleteMultipartUploadResult"),
          Map.entry("CreateMultipartUploadOutput", "InitiateMultipartUploadResult"),
          Map.entry("DeleteObjectsOutput", "DeleteResult"),
          Map.entry("GetBucketAccelerateConfigurationOutput", "AccelerateConfiguration"),
          Map.entry("GetBucketAclOutput", "AccessControlPolicy"),
          Map.entry("GetBucketCorsOutput", "CORSConfiguration"),
          Map.entry("GetBucketLifecycleConfigurationOutput", "LifecycleConfiguration"),
          Map.entry("GetBucketLoggingOutput", "BucketLoggingStatus"),
          Map.entry("GetBucketRequestPaymentOutput", "RequestPaymentConfiguration"),
          Map.entry("GetBucketTaggingOutput", "Tagging"),
          Map.entry("GetBucketVersioningOutput", "VersioningConfiguration"),
          Map.entry("GetBucketWebsiteOutput", "WebsiteConfiguration"),
          Map.entry("GetObjectAclOutput", "AccessControlPolicy"),
          Map.entry("GetObjectAttributesOutput", "GetObjectAttributesResponse"),
          Map.entry("GetObjectTaggingOutput", "Tagging"),
          Map.entry("ListBucketsOutput", "ListAllMyBucketsResult"),
          Map.entry("ListMultipartUploadsOutput", "ListMultipartUploadsResult"),
          Map.entry("ListObjectVersionsOutput", "ListVersionsResult"),
          Map.entry("ListObjectsOutput", "ListBucketResult"),
          Map.entry("ListObjectsV2Output", "ListBucketResult"),
          Map.entry("ListPartsOutput", "ListPartsResult"),
          Map.entry("ObjectLockLegalHold", "LegalHold"),
          Map.entry("ObjectLockRetention", "Retention"));

  private S3Documents() {}

  static boolean isOf(ServiceShape service) {
    return service.id().equals(SERVICE);
  }

  static String root(StructureShape<?> shape) {
    return ROOTS.getOrDefault(shape.name(), shape.xmlName());
  }
}
