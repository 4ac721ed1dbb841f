package brume.server;

import brume.base.Ids;
import brume.store.disk.Durably;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Random bytes in a file that only its owner reads, made when they are first asked for.
///
/// @param length in bytes
record SecretFile(Path folder, String name, int length) {
  /// Throws [IOException] when the file is not of its length, or cannot be read or made.
  byte[] read(Ids ids) throws IOException {
    var path = folder.resolve(name);
    if (Files.notExists(path)) {
      make(path, ids.bytes(length));
    }
    var secret = Files.readAllBytes(path);
    if (secret.length != length) {
      throw new IOException(path + " should hold " + length + " bytes");
    }
    return secret;
  }

  private void make(Path path, byte[] secret) throws IOException {
    Durably.createDirectories(folder);
    var fresh = folder.resolve(name + ".new");
    Files.deleteIfExists(fresh);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(fresh, options, owner)) {
      var bytes = ByteBuffer.wrap(secret);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Durably.rename(fresh, path);
  }
}
