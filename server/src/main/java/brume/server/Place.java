package brume.server;

import brume.base.Ids;
import brume.cognito.Cognito;
import brume.identity.SessionTokens;
import brume.store.Store;
import brume.store.blob.Blobs;
import brume.store.memory.MemoryStore;
import brume.store.rocks.RocksStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;

/// Where a Brume keeps its things: below its data directory, or in memory and a directory that goes
/// with the process.
///
/// @param folder for files
/// @param passing whether it all goes with the process
record Place(Store store, Blobs blobs, Path folder, boolean passing) implements AutoCloseable {
  static Place open(Options options, InstantSource clock, Ids ids) throws IOException {
    if (options.ephemeral()) {
      var folder = Files.createTempDirectory("brume");
      var blobs = Blobs.open(folder.resolve("blobs"), clock, ids);
      return new Place(MemoryStore.open(), blobs, folder, true);
    }
    var folder = options.data();
    var store = RocksStore.open(folder.resolve("store"));
    return new Place(store, Blobs.open(folder.resolve("blobs"), clock, ids), folder, false);
  }

  /// The key of session tokens, which is as durable as the store.
  byte[] tokenKey(Ids ids) throws IOException {
    return secret("session-tokens", SessionTokens.KEY_BYTES, ids);
  }

  /// The key that seals what Cognito keeps: signing keys, verifiers and secrets.
  byte[] cognitoKey(Ids ids) throws IOException {
    return secret("cognito", Cognito.KEY_BYTES, ids);
  }

  private byte[] secret(String name, int length, Ids ids) throws IOException {
    return new SecretFile(folder.resolve("keys"), name, length).read(ids);
  }

  @Override
  public void close() throws IOException {
    store.close();
    if (passing) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
