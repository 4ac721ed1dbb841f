package brume.s3.operation;

import brume.model.s3.GetObjectOutput;
import brume.model.s3.GetObjectRequest;
import brume.s3.data.Contents;
import brume.s3.object.Carry;
import brume.s3.object.Conditions;
import brume.s3.refusal.Lacking;
import brume.s3.request.BucketAccess;
import brume.s3.request.ReadReply;
import brume.s3.request.Reading;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Sends an object or a range of it.
public final class GetObject implements Operation<GetObjectRequest, GetObjectOutput> {
  private final Reading reading;
  private final Contents contents;
  private final BucketAccess access;

  public GetObject(Reading reading, Contents contents, BucketAccess access) {
    this.reading = reading;
    this.contents = contents;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetObjectRequest input) {
    return access.toVersion(call, name(), input.bucket(), input.key(), input.versionId());
  }

  @Override
  public GetObjectOutput run(Call call, GetObjectRequest input) {
    Lacking.refuse(input, "SSECustomerAlgorithm");
    var found = reading.find(call, Reading.Target.of(input));
    Conditions.ofRead(input).checkRead(found.version());
    var selected = reading.select(found, input.range(), input.partNumber());
    var head = ReadReply.of(found, selected, input);
    var range = selected.range();
    var region =
        new Contents.Region(
            found.bucket(),
            found.version().content(),
            range == null ? 0 : range.first(),
            selected.length(found.version()));
    return Carry.all(head, GetObjectOutput.builder().body(contents.open(region)).build());
  }
}
