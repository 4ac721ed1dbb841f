package brume.s3.operation;

import brume.model.s3.DeleteObjectRequest;
import brume.model.s3.DeleteObjectsOutput;
import brume.model.s3.DeleteObjectsRequest;
import brume.model.s3.DeletedObject;
import brume.model.s3.Error;
import brume.model.s3.ObjectIdentifier;
import brume.model.s3.S3Model;
import brume.s3.refusal.Lacking;
import brume.s3.refusal.MalformedXml;
import brume.service.Access;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Operation;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Deletes up to 1,000 objects, each as DeleteObject by the same caller would, and says of each how
/// that went.
public final class DeleteObjects implements Operation<DeleteObjectsRequest, DeleteObjectsOutput> {
  /// Source: Amazon S3 API reference, DeleteObjects.
  private static final int MAX_OBJECTS = 1000;

  @Override
  public Access access(Call call, DeleteObjectsRequest input) {
    // each deletion asks for its own access
    return Access.VERIFIED_CALLER;
  }

  @Override
  public DeleteObjectsOutput run(Call call, DeleteObjectsRequest input) {
    Lacking.refuse(input, "MFA");
    var objects = input.delete().objects();
    if (objects.isEmpty() || objects.size() > MAX_OBJECTS) {
      throw MalformedXml.refusal();
    }
    var outcomes = new ArrayList<Future<Outcome>>();
    // side by side, so that the store writes many in one go
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var object : objects) {
        outcomes.add(threads.submit(() -> delete(call, input, object)));
      }
    }
    boolean quiet = Boolean.TRUE.equals(input.delete().quiet());
    var all = outcomes.stream().map(Future::resultNow).toList();
    return DeleteObjectsOutput.builder()
        .deleted(
            quiet ? null : all.stream().map(Outcome::deleted).filter(Objects::nonNull).toList())
        .errors(all.stream().map(Outcome::error).filter(Objects::nonNull).toList())
        .build();
  }

  /// One of the two.
  private record Outcome(@Nullable DeletedObject deleted, @Nullable Error error) {}

  private static Outcome delete(Call call, DeleteObjectsRequest input, ObjectIdentifier object) {
    try {
      var gone =
          call.invoke(
              S3Model.DELETE_OBJECT,
              DeleteObjectRequest.builder()
                  .bucket(input.bucket())
                  .key(object.key())
                  .versionId(object.versionId())
                  .ifMatch(object.eTag())
                  .ifMatchLastModifiedTime(object.lastModifiedTime())
                  .ifMatchSize(object.size())
                  .bypassGovernanceRetention(input.bypassGovernanceRetention())
                  .expectedBucketOwner(input.expectedBucketOwner())
                  .build());
      return new Outcome(deleted(object, gone), null);
    } catch (ServiceException e) {
      boolean denied = e.error() == CommonError.ACCESS_DENIED;
      return new Outcome(
          null,
          Error.builder()
              .key(object.key())
              .versionId(object.versionId())
              .code(denied ? "AccessDenied" : e.error().code())
              .message(denied ? "Access Denied" : e.message())
              .build());
    }
  }

  private static DeletedObject deleted(
      ObjectIdentifier object, brume.model.s3.DeleteObjectOutput gone) {
    boolean marker = Boolean.TRUE.equals(gone.deleteMarker());
    return DeletedObject.builder()
        .key(object.key())
        .versionId(object.versionId())
        .deleteMarker(marker ? true : null)
        .deleteMarkerVersionId(marker ? gone.versionId() : null)
        .build();
  }
}
