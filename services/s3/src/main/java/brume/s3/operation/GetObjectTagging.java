package brume.s3.operation;

import brume.model.s3.GetObjectTaggingOutput;
import brume.model.s3.GetObjectTaggingRequest;
import brume.s3.object.Tags;
import brume.s3.request.BucketAccess;
import brume.s3.request.Reading;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Answers the tags of an object.
public final class GetObjectTagging
    implements Operation<GetObjectTaggingRequest, GetObjectTaggingOutput> {
  private final Reading reading;
  private final BucketAccess access;

  public GetObjectTagging(Reading reading, BucketAccess access) {
    this.reading = reading;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetObjectTaggingRequest input) {
    return access.toVersion(
        call, "GetObjectTagging", input.bucket(), input.key(), input.versionId());
  }

  @Override
  public GetObjectTaggingOutput run(Call call, GetObjectTaggingRequest input) {
    var found = reading.find(call, Reading.Target.of(input));
    return new GetObjectTaggingOutput(Tags.list(found.version().tags()), found.versionId());
  }
}
