package brume.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// A temporary credential as bytes, before a session token seals them. They are only ever read back
/// after their seal was checked.
final class TokenContent {
  private static final int USER = 1;
  private static final int ROLE = 2;
  private static final int FEDERATED = 3;
  private static final int ROOT = 4;

  private TokenContent() {}

  static byte[] write(Credential credential) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      text(out, credential.secretKey());
      out.writeLong(Objects.requireNonNull(credential.expires()).getEpochSecond());
      principal(out, credential.principal());
      session(out, Objects.requireNonNull(credential.session()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void principal(DataOutputStream out, Principal principal) throws IOException {
    switch (principal) {
      case Principal.User(var account, var path, var name, var userId) ->
          texts(out, USER, account, path, name, userId);
      case Principal.AssumedRole(var account, var path, var role, var roleId, var session) ->
          texts(out, ROLE, account, path, role, roleId, session);
      case Principal.FederatedUser(var account, var name, var issuer) -> {
        texts(out, FEDERATED, account, name);
        principal(out, issuer);
      }
      case Principal.Root(var account) -> texts(out, ROOT, account);
      case Principal.Service _, Principal.Federated _, Principal.Anonymous _ ->
          throw new IllegalArgumentException("No temporary credentials for " + principal.arn());
    }
  }

  private static void session(DataOutputStream out, Session session) throws IOException {
    out.writeLong(session.issued().getEpochSecond());
    list(out, session.policies());
    out.writeInt(session.tags().size());
    for (var tag : new TreeMap<>(session.tags()).entrySet()) {
      text(out, tag.getKey());
      text(out, tag.getValue());
    }
    out.writeInt(session.context().size());
    for (var key : new TreeMap<>(session.context()).entrySet()) {
      text(out, key.getKey());
      list(out, key.getValue());
    }
  }

  private static void list(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (var text : texts) {
      text(out, text);
    }
  }

  private static void texts(DataOutputStream out, int kind, String... texts) throws IOException {
    out.writeByte(kind);
    for (var text : texts) {
      text(out, text);
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static Credential read(String accessKeyId, byte[] content) {
    var inflated = new InflaterInputStream(new ByteArrayInputStream(content));
    try (var in = new DataInputStream(inflated)) {
      var secret = text(in);
      var expires = Instant.ofEpochSecond(in.readLong());
      return new Credential(accessKeyId, secret, null, principal(in), expires, session(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Principal principal(DataInputStream in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case USER -> new Principal.User(text(in), text(in), text(in), text(in));
      case ROLE -> new Principal.AssumedRole(text(in), text(in), text(in), text(in), text(in));
      case FEDERATED -> new Principal.FederatedUser(text(in), text(in), principal(in));
      case ROOT -> new Principal.Root(text(in));
      default -> throw new IOException("A session token names an unknown kind of principal");
    };
  }

  private static Session session(DataInputStream in) throws IOException {
    var issued = Instant.ofEpochSecond(in.readLong());
    var policies = list(in);
    var tags = new TreeMap<String, String>();
    for (int left = in.readInt(); left > 0; left--) {
      tags.put(text(in), text(in));
    }
    var context = new TreeMap<String, List<String>>();
    for (int left = in.readInt(); left > 0; left--) {
      context.put(text(in), list(in));
    }
    return new Session(issued, policies, tags, context);
  }

  private static List<String> list(DataInputStream in) throws IOException {
    var texts = new ArrayList<String>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(text(in));
    }
    return texts;
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
