package brume.s3.crash;

import brume.base.Body;
import brume.base.Ids;
import brume.identity.Principal;
import brume.model.s3.CreateBucketRequest;
import brume.model.s3.GetObjectOutput;
import brume.model.s3.GetObjectRequest;
import brume.model.s3.PutObjectRequest;
import brume.model.s3.S3Error;
import brume.model.s3.S3Model;
import brume.s3.S3;
import brume.s3.Storage;
import brume.s3.data.Contents;
import brume.service.Call;
import brume.service.Platform;
import brume.service.Service;
import brume.shape.ServiceException;
import brume.store.Store;
import brume.store.blob.Blobs;
import brume.store.rocks.RocksStore;
import brume.testing.Local;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// The service on a disk, with objects that are known by their number.
///
/// Each writer overwrites a few keys of its own in turn, with objects small and large.
final class Objects implements AutoCloseable {
  static final int WRITERS = 16;
  static final int KEYS = 3;

  private static final String BUCKET = "ledger";
  private static final int[] SIZES = {100, 40_000, 0, 300_000, 16_384, 16_385};

  private final Path directory;
  private final Store store;
  private final Service service;
  private final Local local = new Local();
  private final Platform platform;

  Objects(Path directory) {
    this.directory = directory;
    store = RocksStore.open(directory.resolve("store"));
    // not those of the test's fixed source, which a second process would draw again
    var ids = Ids.secure();
    var clock = InstantSource.system();
    service = S3.service(store, Blobs.open(blobs(), clock, ids));
    local.add(service);
    platform = new Platform(local, (_, _) -> null, ids, clock, local.platform.endpoint());
    var _ =
        call().invoke(S3Model.CREATE_BUCKET, CreateBucketRequest.builder().bucket(BUCKET).build());
  }

  private Path blobs() {
    return directory.resolve("blobs");
  }

  private Call call() {
    return platform.call(new Principal.Root(Local.SCOPE.account()), Local.SCOPE);
  }

  private static String key(int writer, long number) {
    return writer + "/" + number % KEYS;
  }

  private static byte[] content(int writer, long number) {
    var bytes = new byte[SIZES[(int) (number % SIZES.length)]];
    new Random(number * WRITERS + writer).nextBytes(bytes);
    return bytes;
  }

  /// Whether the object with that number is a file.
  static boolean isLarge(long number) {
    return SIZES[(int) (number % SIZES.length)] > Contents.MAX_INLINE;
  }

  void put(int writer, long number) {
    var _ =
        call()
            .invoke(
                S3Model.PUT_OBJECT,
                PutObjectRequest.builder()
                    .bucket(BUCKET)
                    .key(key(writer, number))
                    .contentType(Long.toString(number))
                    .body(Body.of(content(writer, number)))
                    .build());
  }

  /// The number of the object under the key that `number` has, whose bytes are the right ones; 0
  /// when there is none.
  long read(int writer, long number) throws IOException {
    var input = GetObjectRequest.builder().bucket(BUCKET).key(key(writer, number)).build();
    GetObjectOutput there;
    try {
      there = call().invoke(S3Model.GET_OBJECT, input);
    } catch (ServiceException e) {
      if (e.error() == S3Error.NO_SUCH_KEY) {
        return 0;
      }
      throw e;
    }
    long found = Long.parseLong(String.valueOf(there.contentType()));
    if (!Arrays.equals(Storage.bytes(there), content(writer, found))) {
      throw new AssertionError("Object " + found + " of writer " + writer + " is damaged");
    }
    return found;
  }

  /// Sweeps away what belongs to nothing, and returns the files that are left.
  List<Path> sweep() throws IOException, InterruptedException {
    var later = call().now().plus(Duration.ofHours(2));
    for (var job : service.jobs()) {
      if (job.name().equals("s3-orphans")) {
        var now = call();
        job.run(
            new Call(
                now.caller(), now.scope(), now.requestId(), later, now.context(), now.platform()));
      }
    }
    try (var files = Files.walk(blobs())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
