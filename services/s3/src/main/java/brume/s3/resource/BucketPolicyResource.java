package brume.s3.resource;

import static brume.model.s3.S3Error.NO_SUCH_BUCKET;

import brume.json.Json;
import brume.model.s3.DeleteBucketPolicyRequest;
import brume.model.s3.PutBucketPolicyRequest;
import brume.model.s3.S3Model;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.ResourceType;
import brume.shape.ServiceException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `AWS::S3::BucketPolicy`. `Ref` gives the name of the bucket.
public final class BucketPolicyResource implements ResourceType {
  @Override
  public String name() {
    return "AWS::S3::BucketPolicy";
  }

  @Override
  public Set<String> properties() {
    return Set.of("Bucket", "PolicyDocument");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("Bucket");
  }

  @Override
  public Resource create(Call call, Request request) {
    var bucket = text(request.properties().get("Bucket"), "Bucket");
    put(call, bucket, request);
    return Resource.of(bucket);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    put(call, current.physicalId(), request);
    return current;
  }

  private static void put(Call call, String bucket, Request request) {
    var document = request.properties().get("PolicyDocument");
    var policy =
        document instanceof Json.Obj object ? object.print() : text(document, "PolicyDocument");
    call.invoke(
        S3Model.PUT_BUCKET_POLICY,
        PutBucketPolicyRequest.builder().bucket(bucket).policy(policy).build());
  }

  private static String text(@Nullable Json value, String name) {
    var text = value == null ? null : value.text();
    if (text == null) {
      throw CommonError.VALIDATION.because("Not of the right type: property " + name);
    }
    return text;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(
          S3Model.DELETE_BUCKET_POLICY,
          DeleteBucketPolicyRequest.builder().bucket(current.physicalId()).build());
    } catch (ServiceException e) {
      if (e.error() != NO_SUCH_BUCKET) {
        throw e;
      }
    }
  }
}
