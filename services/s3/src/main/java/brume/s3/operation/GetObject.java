package brume.s3.operation;

import brume.base.Body;
import brume.model.s3.GetObjectOutput;
import brume.model.s3.GetObjectRequest;
import brume.s3.encryption.CustomerKey;
import brume.s3.object.Carry;
import brume.s3.object.Conditions;
import brume.s3.request.BucketAccess;
import brume.s3.request.Plaintext;
import brume.s3.request.ReadReply;
import brume.s3.request.Reading;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import org.jspecify.annotations.Nullable;

/// Sends an object or a range of it.
public final class GetObject implements Operation<GetObjectRequest, GetObjectOutput> {
  private final Reading reading;
  private final Plaintext plaintext;
  private final BucketAccess access;

  public GetObject(Reading reading, Plaintext plaintext, BucketAccess access) {
    this.reading = reading;
    this.plaintext = plaintext;
    this.access = access;
  }

  @Override
  public Access access(Call call, GetObjectRequest input) {
    return access.toVersion(call, name(), input.bucket(), input.key(), input.versionId());
  }

  @Override
  public GetObjectOutput run(Call call, GetObjectRequest input) {
    var found = reading.find(call, Reading.Target.of(input));
    var key = CustomerKey.of(input, found.version());
    Conditions.ofRead(input).checkRead(found.version());
    var selected = reading.select(found, input.range(), input.partNumber());
    var head = ReadReply.of(found, selected, input);
    return Carry.all(head, GetObjectOutput.builder().body(body(found, selected, key)).build());
  }

  private Body body(Reading.Found found, Reading.Selected selected, @Nullable CustomerKey key) {
    var range = selected.range();
    long first = range == null ? 0 : range.first();
    return plaintext.open(found, key, first, selected.length(found.version()));
  }
}
