package brume.lambda.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import brume.lambda.Cloud;
import brume.model.lambda.LambdaError;
import brume.shape.ServiceException;
import brume.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {
  private static final int ENTRY_SIGNATURE = 0x02014b50;

  @TempDir Path directory;
  private final TestClock clock = new TestClock(Instant.parse("2026-01-02T03:04:05Z"));
  private Archives archives;

  @BeforeEach
  void open() {
    archives = Archives.open(directory, clock);
  }

  private Archive keep(byte[] zip) throws IOException {
    return archives.keep(new ByteArrayInputStream(zip));
  }

  private static byte[] zip(String name, String content) {
    return Cloud.zip(Map.of(name, content));
  }

  /// Says of the only entry that it was made on Unix, with this mode.
  private static byte[] withMode(byte[] zip, int mode) {
    var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < zip.length - Integer.BYTES; at++) {
      if (bytes.getInt(at) == ENTRY_SIGNATURE) {
        bytes.put(at + 5, (byte) 3).putInt(at + 38, mode << 16);
        return zip;
      }
    }
    throw new AssertionError("No entry");
  }

  private void refuses(byte[] archive, String text) {
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> keep(archive))
        .withMessageContaining(text)
        .satisfies(
            e -> assertThat(e.error()).isEqualTo(LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION));
    assertThat(directory.resolve("incoming")).isEmptyDirectory();
  }

  @Test
  void unpacksForEverybody() throws IOException {
    var kept = keep(zip("lib/deep/app.py", "x = 1"));
    var unpacked = archives.unpacked(kept.sha256());

    assertThat(unpacked.resolve("lib/deep/app.py")).hasContent("x = 1");
    assertThat(permissions(unpacked)).isEqualTo("rwxr-xr-x");
    assertThat(permissions(unpacked.resolve("lib/deep"))).isEqualTo("rwxr-xr-x");
    assertThat(permissions(unpacked.resolve("lib/deep/app.py"))).isEqualTo("rw-r--r--");
    assertThat(kept.unpackedSize()).isEqualTo(5);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void keepsWhatIsExecutable() throws IOException {
    var kept = keep(withMode(zip("bootstrap", "#!/bin/sh"), 0100755));

    assertThat(permissions(archives.unpacked(kept.sha256()).resolve("bootstrap")))
        .isEqualTo("rwxr-xr-x");
  }

  @Test
  void keepsLinks() throws IOException {
    var kept = keep(withMode(zip("lib/link.so", "real.so.1"), 0120777));

    assertThat(Files.readSymbolicLink(archives.unpacked(kept.sha256()).resolve("lib/link.so")))
        .isEqualTo(Path.of("real.so.1"));
  }

  @Test
  void keepsEqualArchivesOnce() throws IOException {
    var first = keep(zip("app.py", "x = 1"));
    var second = keep(zip("app.py", "x = 1"));

    assertThat(second).isEqualTo(first);
    assertThat(Trees.list(directory.resolve("archives"))).hasSize(1);
  }

  @Test
  void unpacksAgainAfterARestart() throws IOException {
    var kept = keep(zip("app.py", "x = 1"));
    Files.writeString(archives.unpacked(kept.sha256()).resolve("app.py"), "half of");

    archives = Archives.open(directory, clock);

    assertThat(archives.unpacked(kept.sha256()).resolve("app.py")).hasContent("x = 1");
    assertThat(archives.unpackedSize(kept.sha256())).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "lib/../../evil", "/etc/evil", "a/../b", "."})
  void refusesNamesThatClimbOut(String name) {
    refuses(zip(name, "x"), "Could not unzip uploaded file.");
    assertThat(directory.resolve("evil")).doesNotExist();
  }

  @Test
  void refusesWhatIsNoArchive() {
    refuses("no archive".getBytes(java.nio.charset.StandardCharsets.UTF_8), "Could not unzip");
    refuses(new byte[0], "Uploaded file must be a non-empty zip");
    refuses(Cloud.zip(Map.of()), "Uploaded file must be a non-empty zip");
  }

  @Test
  void refusesFilesThatAreAlsoDirectories() {
    var fileFirst = new LinkedHashMap<String, String>();
    fileFirst.put("a", "file");
    fileFirst.put("a/b", "file in it");

    refuses(Cloud.zip(fileFirst), "Could not unzip");
    refuses(Cloud.zip(fileFirst.reversed()), "Could not unzip");
    refuses(zip("x".repeat(256), "too long a name"), "Could not unzip");
  }

  @Test
  void refusesABomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("zeros"));
      var zeros = new byte[1 << 20];
      for (long size = 0; size <= CodeLimits.UNPACKED_BYTES; size += zeros.length) {
        zip.write(zeros);
      }
    }

    refuses(bytes.toByteArray(), "Unzipped size must be smaller than 262144000 bytes");
  }

  @Test
  void sweepsWhatNothingRefersTo() throws IOException {
    var used = keep(zip("app.py", "x = 1"));
    var unused = keep(zip("app.py", "x = 2"));
    clock.advance(Duration.ofHours(2));
    var young = keep(zip("app.py", "x = 3"));

    int swept = archives.sweep(clock.instant().minus(Duration.ofHours(1)), used.sha256()::equals);

    assertThat(swept).isEqualTo(1);
    assertThat(archives.unpacked(used.sha256())).exists();
    assertThat(archives.unpacked(young.sha256())).exists();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> archives.unpacked(unused.sha256()));
  }

  @Test
  void givesTheArchiveBack() throws IOException {
    var zip = zip("app.py", "x = 1");

    var kept = keep(zip);

    try (var in = archives.open(kept.sha256()).open()) {
      assertThat(in.readAllBytes()).isEqualTo(zip);
    }
    assertThat(kept.size()).isEqualTo(zip.length);
  }
}
