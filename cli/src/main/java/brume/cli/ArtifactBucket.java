package brume.cli;

import brume.base.Bytes;
import brume.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The bucket in which packages wait for their deployment. A key is the hash of its content, so
/// that what did not change is not sent again.
final class ArtifactBucket {
  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final String name;
  private boolean known;

  ArtifactBucket(S3Client s3, String name) {
    this.s3 = s3;
    this.name = name;
  }

  String name() {
    return name;
  }

  /// The key of the file's content.
  String upload(Path file, String ending) throws IOException {
    return upload(RequestBody.fromFile(file), hash(Files.readAllBytes(file)) + ending);
  }

  /// Where CloudFormation finds a template.
  String urlOf(Json template) {
    var text = template.print();
    var key = hash(text.getBytes(StandardCharsets.UTF_8)) + ".template";
    upload(RequestBody.fromString(text), key);
    return s3.utilities().getUrl(url -> url.bucket(name).key(key)).toString();
  }

  private String upload(RequestBody content, String key) {
    create();
    if (!has(key)) {
      s3.putObject(put -> put.bucket(name).key(key), content);
    }
    return key;
  }

  private void create() {
    if (known) {
      return;
    }
    try {
      s3.headBucket(head -> head.bucket(name));
    } catch (S3Exception e) {
      if (e.statusCode() != NOT_FOUND) {
        throw e;
      }
      s3.createBucket(create -> create.bucket(name));
    }
    known = true;
  }

  private boolean has(String key) {
    try {
      s3.headObject(head -> head.bucket(name).key(key));
      return true;
    } catch (NoSuchKeyException missing) {
      return false;
    }
  }

  private static String hash(byte[] content) {
    try {
      return Bytes.wrap(MessageDigest.getInstance("SHA-256").digest(content)).toHex();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK lacks SHA-256", e);
    }
  }
}
