package brume.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import brume.base.Body;
import brume.model.s3.CreateBucketRequest;
import brume.model.s3.DeleteObjectOutput;
import brume.model.s3.DeleteObjectRequest;
import brume.model.s3.GetObjectOutput;
import brume.model.s3.GetObjectRequest;
import brume.model.s3.ListObjectsV2Request;
import brume.model.s3.PutBucketVersioningRequest;
import brume.model.s3.PutObjectOutput;
import brume.model.s3.PutObjectRequest;
import brume.model.s3.S3Model;
import brume.model.s3.VersioningConfiguration;
import brume.service.Job;
import brume.service.Service;
import brume.shape.OperationShape;
import brume.shape.ServiceException;
import brume.shape.Structure;
import brume.store.blob.Blobs;
import brume.testing.Local;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;

/// The service with one bucket, whose blobs are in a directory of the test.
public final class Storage {
  public static final String BUCKET = "photos";

  private final Path directory;
  public final Local local = new Local();
  public final Blobs blobs;
  public final Service service;

  public Storage(Path directory) {
    this.directory = directory;
    blobs = Blobs.open(directory, local.clock, local.ids);
    service = S3.service(local.store, blobs);
    local.add(service);
    create(BUCKET);
  }

  public <I extends Structure, O extends Structure> O call(
      OperationShape<I, O> operation, I input) {
    return local.invoke(operation, input);
  }

  public void create(String bucket) {
    call(S3Model.CREATE_BUCKET, CreateBucketRequest.builder().bucket(bucket).build());
  }

  public PutObjectOutput put(String key, String text) {
    return put(key, text.getBytes(UTF_8), input -> input);
  }

  public PutObjectOutput put(
      String key, byte[] bytes, UnaryOperator<PutObjectRequest.Builder> more) {
    var input = PutObjectRequest.builder().bucket(BUCKET).key(key).body(Body.of(bytes));
    return call(S3Model.PUT_OBJECT, more.apply(input).build());
  }

  public GetObjectOutput get(String key) {
    return get(key, input -> input);
  }

  public GetObjectOutput get(String key, UnaryOperator<GetObjectRequest.Builder> more) {
    var input = GetObjectRequest.builder().bucket(BUCKET).key(key);
    return call(S3Model.GET_OBJECT, more.apply(input).build());
  }

  public String text(String key) {
    return new String(bytes(get(key)), UTF_8);
  }

  public static byte[] bytes(GetObjectOutput output) {
    try (var in = Objects.requireNonNull(output.body()).open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public DeleteObjectOutput delete(String key) {
    return call(
        S3Model.DELETE_OBJECT, DeleteObjectRequest.builder().bucket(BUCKET).key(key).build());
  }

  public List<String> keys() {
    var page = call(S3Model.LIST_OBJECTS_V2, ListObjectsV2Request.builder().bucket(BUCKET).build());
    return Objects.requireNonNull(page.contents()).stream()
        .map(object -> Objects.requireNonNull(object.key()))
        .toList();
  }

  /// @param status as clients spell it
  public void versioning(String status) {
    call(
        S3Model.PUT_BUCKET_VERSIONING,
        PutBucketVersioningRequest.builder()
            .bucket(BUCKET)
            .versioningConfiguration(VersioningConfiguration.builder().status(status).build())
            .build());
  }

  /// All blobs' files.
  public List<Path> files() {
    try (var paths = Files.walk(directory)) {
      return paths.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void run(String job) throws InterruptedException {
    for (Job each : service.jobs()) {
      if (each.name().equals(job)) {
        each.run(local.call());
        return;
      }
    }
    throw new AssertionError("No job " + job);
  }

  /// The refusal that `action` meets.
  public static ServiceException refusal(Runnable action) {
    var thrown = Assertions.catchThrowableOfType(ServiceException.class, action::run);
    return Objects.requireNonNull(thrown, "Nothing was refused");
  }

  public static String code(Runnable action) {
    return refusal(action).error().code();
  }
}
