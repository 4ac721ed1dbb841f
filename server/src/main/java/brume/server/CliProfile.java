package brume.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// The profile `brume` in the files that the AWS CLI and the SDKs read. Only its own section is
/// ever touched.
///
/// Source: AWS CLI User Guide, "Configuration and credential file settings".
record CliProfile(Path config, Path credentials) {
  static final String NAME = "brume";

  /// The files where the tools look for them.
  static CliProfile ofUser(Path home) {
    return new CliProfile(
        path("AWS_CONFIG_FILE", home.resolve(".aws/config")),
        path("AWS_SHARED_CREDENTIALS_FILE", home.resolve(".aws/credentials")));
  }

  private static Path path(String variable, Path otherwise) {
    var value = System.getenv(variable);
    return value == null || value.isEmpty() ? otherwise : Path.of(value);
  }

  void write(String endpoint, String region, String accessKeyId, String secretKey)
      throws IOException {
    section(config, "profile " + NAME, "region = " + region, "endpoint_url = " + endpoint);
    section(
        credentials,
        NAME,
        "aws_access_key_id = " + accessKeyId,
        "aws_secret_access_key = " + secretKey);
  }

  private static void section(Path file, String name, String... lines) throws IOException {
    var before = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
    var after = new ArrayList<String>();
    boolean own = false;
    for (var line : before) {
      if (line.strip().startsWith("[")) {
        own = line.strip().equals('[' + name + ']');
      }
      if (!own) {
        after.add(line);
      }
    }
    after.add('[' + name + ']');
    after.addAll(List.of(lines));
    if (!after.equals(before)) {
      replace(file, after);
    }
  }

  private static void replace(Path file, List<String> lines) throws IOException {
    Files.createDirectories(file.getParent());
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var fresh = Files.createTempFile(file.getParent(), "brume", ".tmp", owner);
    Files.write(fresh, lines);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
