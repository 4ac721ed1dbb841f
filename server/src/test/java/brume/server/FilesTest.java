package brume.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  @TempDir Path folder;

  @Test
  void aSecretIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
    var file = new SecretFile(folder.resolve("keys"), "session", 32);
    var secret = file.read(Ids.secure());
    assertThat(secret).hasSize(32);
    assertThat(file.read(Ids.secure())).isEqualTo(secret);
    var path = folder.resolve("keys/session");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void aSecretOfAnotherLengthIsNotUsed() throws IOException {
    Files.writeString(folder.resolve("session"), "short");
    assertThatThrownBy(() -> new SecretFile(folder, "session", 32).read(Ids.secure()))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("should hold 32 bytes");
  }

  @Test
  void theProfileTouchesItsOwnSectionOnly() throws IOException {
    var config = folder.resolve("config");
    var credentials = folder.resolve("credentials");
    Files.writeString(
        config,
        "[default]\nregion = eu-north-1\n[profile brume]\nregion = old\n[profile other]\nx = y\n");
    var profile = new CliProfile(config, credentials);
    profile.write("http://127.0.0.1:4566", "us-east-1", "AKIAEXAMPLE", "secret");
    profile.write("http://127.0.0.1:4566", "us-east-1", "AKIAEXAMPLE", "secret");
    assertThat(config)
        .hasContent(
            """
            [default]
            region = eu-north-1
            [profile other]
            x = y
            [profile brume]
            region = us-east-1
            endpoint_url = http://127.0.0.1:4566
            """);
    assertThat(credentials)
        .hasContent(
            """
            [brume]
            aws_access_key_id = AKIAEXAMPLE
            aws_secret_access_key = secret
            """);
  }

  @Test
  void whatARunLeavesIsGoneAfterIt() throws IOException {
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(folder.resolve("run/ready"), "stale");
    var files = RunFiles.of(folder);
    assertThat(folder.resolve("run/ready")).doesNotExist();
    files.write("pid", "12");
    assertThat(folder.resolve("run/pid")).hasContent("12");
    files.close();
    assertThat(folder.resolve("run/pid")).doesNotExist();
  }
}
