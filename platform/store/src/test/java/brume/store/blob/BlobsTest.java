package brume.store.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Ids;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {
  @TempDir private Path directory;
  private Instant now = Instant.now();
  private Blobs blobs;

  @BeforeEach
  void open() {
    blobs = Blobs.open(directory, () -> now, new Ids(new SplittableRandom(1)));
  }

  @Test
  void givesBackWhatWasWritten() throws Exception {
    var content = content(300_000);
    var crc = new CRC32();

    var id = blobs.write(new ByteArrayInputStream(content), crc::update);

    assertThat(id.length()).isEqualTo(content.length);
    assertThat(read(id)).isEqualTo(content);
    var expected = new CRC32();
    expected.update(content);
    assertThat(crc.getValue()).isEqualTo(expected.getValue());
  }

  @Test
  void keepsEmptyBlobs() throws Exception {
    var id = blobs.write(InputStream.nullInputStream());

    assertThat(id.length()).isZero();
    assertThat(read(id)).isEmpty();
  }

  @Test
  void survivesReopening() throws Exception {
    var id = blobs.write(new ByteArrayInputStream(content(10)));

    open();

    assertThat(read(BlobId.parse(id.toString()))).isEqualTo(content(10));
  }

  @Test
  void anUnfinishedBlobLeavesNothing() {
    try (var writer = blobs.begin()) {
      writer.write(content(10), 0, 10);
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void aFailingStreamLeavesNothing() {
    var failing =
        new FilterInputStream(new ByteArrayInputStream(content(200_000))) {
          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            if (available() == 0) {
              throw new IOException("The client is gone");
            }
            return super.read(into, offset, length);
          }
        };

    assertThatThrownBy(() -> blobs.write(failing))
        .isInstanceOf(IOException.class)
        .hasMessage("The client is gone");
    assertThat(files()).isEmpty();
  }

  @Test
  void removesAtStartWhatACrashLeftUnfinished() throws Exception {
    Files.write(directory.resolve("incoming").resolve("0123"), content(10));

    open();

    assertThat(files()).isEmpty();
  }

  @Test
  void joinsBlobsWithinTheKernel() throws Exception {
    var first = blobs.write(new ByteArrayInputStream(content(100_000)));
    var second = blobs.write(new ByteArrayInputStream(content(7)));
    try (var writer = blobs.begin()) {
      writer.append(first);
      writer.append(second);
      writer.write('!');
      var joined = writer.commit();

      assertThat(joined.length()).isEqualTo(100_008);
      assertThat(read(joined)).startsWith(content(100_000)).endsWith('!');
      assertThat(read(joined)).containsSequence(content(7));
    }
  }

  @Test
  void aDeletedBlobCanBeReadForAWhile() throws Exception {
    var id = blobs.write(new ByteArrayInputStream(content(10)));
    blobs.delete(id);

    now = now.plus(Blobs.GRACE).minusMillis(1);
    blobs.deleteDue();
    assertThat(read(id)).isEqualTo(content(10));

    now = now.plusMillis(1);
    blobs.deleteDue();
    assertThat(files()).isEmpty();
  }

  @Test
  void sweepsOldBlobsThatNothingRefersTo() throws Exception {
    var kept = blobs.write(new ByteArrayInputStream(content(1)));
    blobs.write(new ByteArrayInputStream(content(2)));

    assertThat(blobs.sweep(Instant.EPOCH, _ -> false)).isZero();
    assertThat(blobs.sweep(Instant.now().plusSeconds(60), kept::equals)).isEqualTo(1);
    assertThat(files()).containsExactly(kept.name());
  }

  @Test
  void refusesIdsThatAreNone() {
    for (var text :
        List.of("", "../../etc/passwd-1", "ab-1", "0".repeat(32), "0".repeat(32) + "--1")) {
      assertThatThrownBy(() -> BlobId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private byte[] read(BlobId id) throws IOException {
    try (var in = blobs.open(id).open()) {
      return in.readAllBytes();
    }
  }

  private List<String> files() {
    try (var all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] content(int length) {
    var content = new byte[length];
    new SplittableRandom(7).nextBytes(content);
    return content;
  }
}
