package brume.server;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Ids;
import brume.base.Scope;
import brume.cloudwatch.publish.Counters;
import brume.frontdoor.audit.AuditLog;
import brume.frontdoor.locate.Directory;
import brume.frontdoor.pipeline.InProcess;
import brume.frontdoor.pipeline.SiteGate;
import brume.http.engine.Engine;
import brume.iam.PolicyAuthorizer;
import brume.iam.data.KeyUses;
import brume.identity.AuthorizationMessages;
import brume.identity.Principal;
import brume.identity.SessionTokens;
import brume.identity.signature.SignatureVerifier;
import brume.model.iam.CreateUserRequest;
import brume.model.iam.IamModel;
import brume.model.s3.DeleteObjectsOutput;
import brume.model.s3.S3Model;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.Endpoint;
import brume.service.Platform;
import brume.service.Service;
import brume.shape.OperationShape;
import brume.shape.ServiceException;
import brume.shape.Structure;
import brume.store.blob.Blobs;
import brume.store.memory.MemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever has no permission may do nothing: each operation of each service, by the smallest input
/// that its shape admits.
class PermissionsTest {
  private static final Scope HOME = new Scope("000000000000", "us-east-1");

  /// Only a stored iterator tells which stream it is about: one that is not there is refused before
  /// anybody is asked.
  private static final String BY_CONTENT = "dynamodbstreams:GetRecords";

  @TempDir Path folder;

  @Test
  void whoeverHasNoPermissionIsDeniedEveryOperation() throws IOException {
    var clock = Clock.systemUTC();
    var ids = new Ids(new Random(1));
    var inProcess = new InProcess(_ -> {}, AuditLog.NONE);
    var platform =
        new Platform(inProcess, (_, _) -> null, ids, clock, new Endpoint("localhost", 1, 2));
    var tokens = new SessionTokens(new byte[SessionTokens.KEY_BYTES], ids);
    var messages = new AuthorizationMessages(new byte[SessionTokens.KEY_BYTES], ids);
    var blobs = Blobs.open(folder.resolve("blobs"), clock, ids);
    var place = new Place(MemoryStore.open(), blobs, folder, false);
    try (var parts = new Parts()) {
      var engine = parts.add(Engine.start());
      var uses = new KeyUses(place.store());
      var authorizer = new PolicyAuthorizer(place.store(), uses, messages);
      var gate = new SiteGate(new SignatureVerifier(platform.credentials(), 0), authorizer);
      var ground =
          new Ground(
              place,
              platform,
              new Counters(clock),
              tokens,
              messages,
              uses,
              engine,
              gate,
              PermissionsTest::noKeys,
              false,
              null);
      var services = parts.add(new Services(ground));
      inProcess.open(new Directory(services.all()), authorizer);
      var root = platform.call(new Principal.Root(HOME.account()), HOME);
      root.invoke(S3Model.CREATE_BUCKET, LeastInput.of(S3Model.CREATE_BUCKET));
      var user =
          root.invoke(IamModel.CREATE_USER, CreateUserRequest.builder().userName("nobody").build())
              .user();
      var nobody = new Principal.User(HOME.account(), user.path(), user.userName(), user.userId());
      assertThat(undenied(services.all(), platform.call(nobody, HOME))).isEmpty();
    }
  }

  private static SSLContext noKeys() {
    throw new UnsupportedOperationException("Nothing listens here");
  }

  private static List<String> undenied(List<Service> services, Call call) {
    var free = free();
    var found = new ArrayList<String>();
    for (var service : services) {
      for (var shape : service.shape().operations()) {
        var name = service.shape().id() + ':' + shape.name();
        if (service.operation(shape.name()) == null
            || free.contains(name)
            || BY_CONTENT.equals(name)) {
          continue;
        }
        var answer = answer(call, shape);
        if (!answer.equals("denied")) {
          found.add(name + " " + answer);
        }
      }
    }
    return found;
  }

  private static <I extends Structure, O extends Structure> String answer(
      Call call, OperationShape<I, O> shape) {
    try {
      var output = call.invoke(shape, LeastInput.of(shape));
      return isDeniedKeyByKey(output) ? "denied" : "is carried out";
    } catch (ServiceException refused) {
      return refused.error() == CommonError.ACCESS_DENIED
          ? "denied"
          : "is refused by " + refused.error().code() + ": " + refused.message();
    } catch (RuntimeException failed) {
      return "fails: " + failed;
    }
  }

  /// S3 deletes many objects in one call, and says of each whether it might.
  private static boolean isDeniedKeyByKey(Structure output) {
    return output instanceof DeleteObjectsOutput reply
        && Objects.requireNonNullElse(reply.deleted(), List.of()).isEmpty()
        && Objects.requireNonNull(reply.errors()).stream()
            .allMatch(error -> "AccessDenied".equals(error.code()));
  }

  /// The operations that need no permission, each with the page that says so.
  private static Set<String> free() {
    try (var in = PermissionsTest.class.getResourceAsStream("operations-without-permission.csv")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf(',')))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
