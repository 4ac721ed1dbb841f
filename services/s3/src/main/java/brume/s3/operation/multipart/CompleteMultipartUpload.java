package brume.s3.operation.multipart;

import brume.base.PercentCode;
import brume.model.s3.CompleteMultipartUploadOutput;
import brume.model.s3.CompleteMultipartUploadRequest;
import brume.s3.bucket.Bucket;
import brume.s3.checksum.Checksum;
import brume.s3.data.Buckets;
import brume.s3.data.Configurations;
import brume.s3.data.Contents;
import brume.s3.data.Uploads;
import brume.s3.data.Versions;
import brume.s3.encryption.CustomerKey;
import brume.s3.encryption.Nonces;
import brume.s3.notification.Cause;
import brume.s3.object.Completion;
import brume.s3.object.Conditions;
import brume.s3.object.Tags;
import brume.s3.request.BucketAccess;
import brume.s3.request.Described;
import brume.s3.request.ObjectLock;
import brume.s3.request.WriteConditions;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Makes an object of the parts of an upload.
public final class CompleteMultipartUpload
    implements Operation<CompleteMultipartUploadRequest, CompleteMultipartUploadOutput> {
  private final Buckets buckets;
  private final Uploads uploads;
  private final Versions versions;
  private final Contents contents;
  private final Configurations configurations;
  private final BucketAccess access;

  public CompleteMultipartUpload(
      Buckets buckets,
      Uploads uploads,
      Versions versions,
      Contents contents,
      Configurations configurations,
      BucketAccess access) {
    this.buckets = buckets;
    this.uploads = uploads;
    this.versions = versions;
    this.contents = contents;
    this.configurations = configurations;
    this.access = access;
  }

  @Override
  public Access access(Call call, CompleteMultipartUploadRequest input) {
    return WriteConditions.of(
        access.toObject(call, "PutObject", input.bucket(), input.key()), input);
  }

  @Override
  public CompleteMultipartUploadOutput run(Call call, CompleteMultipartUploadRequest input) {
    var bucket = buckets.get(input.bucket(), input.expectedBucketOwner());
    var upload = uploads.get(bucket, input.key(), input.uploadId());
    CustomerKey.check(input, upload);
    var listed = input.multipartUpload() == null ? null : input.multipartUpload().parts();
    var completion = Completion.of(upload, listed, uploads.parts(bucket, upload.id()));
    completion.checkSize(input.mpuObjectSize());
    completion.checkChecksum(Checksum.in(input));
    var version =
        versions.put(
            bucket,
            input.key(),
            draft(call, bucket, completion, input),
            Cause.of(call, "ObjectCreated:CompleteMultipartUpload"));
    var output =
        CompleteMultipartUploadOutput.builder()
            .bucket(bucket.name())
            .key(input.key())
            .location(
                call.endpoint().url()
                    + '/'
                    + bucket.name()
                    + '/'
                    + PercentCode.encodePath(input.key()))
            .eTag(version.etag())
            .serverSideEncryption(version.head().serverSideEncryption())
            .versionId(version.shownId(configurations.versioning(bucket)))
            .build();
    return Checksum.put(completion.checksum(), output);
  }

  private Versions.Draft draft(
      Call call, Bucket bucket, Completion completion, CompleteMultipartUploadRequest input) {
    var request = completion.upload().request();
    var locked = ObjectLock.on(Described.of(request), configurations, bucket, call.now());
    var head = locked.toBuilder().eTag(completion.etag()).build();
    return new Versions.Draft(
        Checksum.put(completion.checksum(), head),
        nonces(completion),
        Tags.ofHeader(request.tagging()),
        joined(call, bucket, completion),
        completion.described(),
        Conditions.of(input.ifMatch(), input.ifNoneMatch()),
        transaction -> uploads.complete(transaction, bucket, input.key(), completion));
  }

  /// Null when no customer's key encrypts the parts.
  private static @Nullable Nonces nonces(Completion completion) {
    var stretches = new ArrayList<Nonces.Stretch>();
    for (var part : completion.parts()) {
      if (part.nonce() != null) {
        stretches.add(new Nonces.Stretch(part.nonce(), part.size()));
      }
    }
    return stretches.isEmpty() ? null : new Nonces(stretches);
  }

  private Contents.Received joined(Call call, Bucket bucket, Completion completion) {
    var regions =
        completion.parts().stream()
            .map(part -> Contents.Region.all(bucket, part.content()))
            .toList();
    try {
      return contents.join(regions, call.ids());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
