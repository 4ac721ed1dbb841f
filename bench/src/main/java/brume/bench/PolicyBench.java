package brume.bench;

import brume.base.Ids;
import brume.base.Scope;
import brume.frontdoor.audit.AuditLog;
import brume.frontdoor.locate.Directory;
import brume.frontdoor.pipeline.InProcess;
import brume.iam.Iam;
import brume.iam.PolicyAuthorizer;
import brume.identity.Principal;
import brume.identity.Session;
import brume.model.iam.AttachUserPolicyRequest;
import brume.model.iam.CreateRoleRequest;
import brume.model.iam.CreateUserRequest;
import brume.model.iam.IamModel;
import brume.model.iam.PutRolePolicyRequest;
import brume.model.iam.PutUserPolicyRequest;
import brume.service.Access;
import brume.service.Authorizer;
import brume.service.Call;
import brume.service.Endpoint;
import brume.service.Platform;
import brume.service.RequestContext;
import brume.store.Store;
import brume.store.memory.MemoryStore;
import brume.store.rocks.RocksStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Decisions of policies on a warm path: all that stands between who calls and what runs, reading
/// the version of the account's IAM from the store included.
///
/// Arguments: `seconds=S` (for each line, 2), `store=memory` for the store in memory.
public final class PolicyBench {
  private static final Scope HOME = new Scope("000000000000", "us-east-1");
  private static final int BATCH = 1_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final String OWN_ITEMS =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": ["dynamodb:*Item", "dynamodb:Query"],
         "Resource": "arn:aws:dynamodb:*:*:table/${aws:username}-*",
         "Condition": {"IpAddress": {"aws:SourceIp": "127.0.0.0/8"}}},
        {"Effect": "Deny", "Action": "dynamodb:Delete*", "Resource": "*"}]}""";

  private static final String TRUST =
      """
      {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
       "Principal": {"Service": "lambda.amazonaws.com"}}}""";

  private static final String ITEMS_ONLY =
      """
      {"Version": "2012-10-17", "Statement":
       {"Effect": "Allow", "Action": "dynamodb:*", "Resource": "arn:aws:dynamodb:*:*:table/todo*"}}""";

  private static final String BUCKET =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::000000000000:role/r"},
         "Action": "s3:GetObject", "Resource": "arn:aws:s3:::photos/*"},
        {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::photos/*",
         "Condition": {"StringNotEquals": {"aws:PrincipalAccount": "000000000000"}}}]}""";

  private final Options options;
  private final Authorizer authorizer;
  private final Call root;

  private PolicyBench(Options options, Store store) {
    this.options = options;
    authorizer = new PolicyAuthorizer(store);
    var operations = new InProcess(_ -> {}, AuditLog.NONE);
    operations.open(new Directory(List.of(Iam.service(store))), authorizer);
    var platform =
        new Platform(
            operations,
            (_, _) -> null,
            Ids.secure(),
            InstantSource.system(),
            new Endpoint("localhost", 1, 2));
    root = platform.call(new Principal.Root(HOME.account()), HOME);
  }

  public static void main(String... args) throws IOException {
    var options = Options.of(args);
    if (options.text("store", "rocks").equals("memory")) {
      new PolicyBench(options, MemoryStore.open()).run();
      return;
    }
    var directory = Files.createTempDirectory("policy-bench");
    try (var store = RocksStore.open(directory)) {
      new PolicyBench(options, store).run();
    } finally {
      Directories.delete(directory);
    }
  }

  private void run() {
    System.out.printf("%-52s %12s%n", "", "cpu µs");
    line("user, inline policy with variable and condition", user(), table("alice-todo"));
    line("user, as before, two of AWS's policies", userOfMany(), table("bob-todo"));
    line("role session", role(List.of()), table("todo"));
    line("role session, session policy", role(List.of(ITEMS_ONLY)), table("todo"));
    var object =
        Access.to("s3:GetObject", "arn:aws:s3:::photos/cat.jpg")
            .guardedBy(new Access.Guard(HOME.account(), BUCKET));
    line("role session, bucket policy", role(List.of()), object);
  }

  private void line(String name, Call call, Access access) {
    long second = 1_000_000_000L;
    measure(call, access, second);
    double nanos = measure(call, access, options.number("seconds", 2) * second);
    System.out.printf("%-52s %12.2f%n", name, nanos / 1e3);
  }

  /// Of one decision, in nanoseconds of this thread on a processor: others may use the machine.
  private static double cpu(Runnable batch, long nanos) {
    long began = THREADS.getCurrentThreadCpuTime();
    long used = 0;
    long count = 0;
    while (used < nanos) {
      batch.run();
      count += BATCH;
      used = THREADS.getCurrentThreadCpuTime() - began;
    }
    return (double) used / count;
  }

  private double measure(Call call, Access access, long nanos) {
    return cpu(
        () -> {
          for (int i = 0; i < BATCH; i++) {
            authorizer.authorize(call, access);
          }
        },
        nanos);
  }

  private static Access table(String name) {
    return Access.to("dynamodb:GetItem", "arn:aws:dynamodb:us-east-1:000000000000:table/" + name);
  }

  private Call user() {
    return user("alice");
  }

  private Call userOfMany() {
    var call = user("bob");
    for (var policy : List.of("ReadOnlyAccess", "AmazonSQSFullAccess")) {
      root.invoke(
          IamModel.ATTACH_USER_POLICY,
          new AttachUserPolicyRequest("arn:aws:iam::aws:policy/" + policy, "bob"));
    }
    return call;
  }

  private Call user(String name) {
    var user =
        root.invoke(IamModel.CREATE_USER, CreateUserRequest.builder().userName(name).build())
            .user();
    root.invoke(IamModel.PUT_USER_POLICY, new PutUserPolicyRequest(OWN_ITEMS, "own", name));
    var principal =
        new Principal.User(HOME.account(), "/", name, Objects.requireNonNull(user).userId());
    return from(new RequestContext(null, KEYS), principal);
  }

  private static final Map<String, List<String>> KEYS =
      Map.of(
          "aws:SourceIp", List.of("127.0.0.1"),
          "aws:UserAgent", List.of("bench"),
          "aws:SecureTransport", List.of("false"));

  private Call role(List<String> sessionPolicies) {
    var name = "r" + root.ids().lower(8);
    var role =
        root.invoke(
                IamModel.CREATE_ROLE,
                CreateRoleRequest.builder().roleName(name).assumeRolePolicyDocument(TRUST).build())
            .role();
    root.invoke(IamModel.PUT_ROLE_POLICY, new PutRolePolicyRequest(ITEMS_ONLY, "items", name));
    root.invoke(
        IamModel.PUT_ROLE_POLICY,
        new PutRolePolicyRequest(
            ITEMS_ONLY
                .replace("dynamodb:*\"", "s3:*\"")
                .replace("arn:aws:dynamodb:*:*:table/todo*", "*"),
            "objects",
            name));
    var principal = new Principal.AssumedRole(HOME.account(), "/", name, role.roleId(), "session");
    var session = new Session(root.now(), sessionPolicies, Map.of("team", "a"), Map.of());
    return from(new RequestContext(session, KEYS), principal);
  }

  private Call from(RequestContext context, Principal principal) {
    return new Call(principal, HOME, "bench", root.now(), context, root.platform());
  }
}
