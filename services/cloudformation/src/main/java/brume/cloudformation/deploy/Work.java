package brume.cloudformation.deploy;

import brume.cloudformation.data.Exports;
import brume.cloudformation.data.StackChange;
import brume.cloudformation.data.StackView;
import brume.cloudformation.data.Stacks;
import brume.cloudformation.stack.Attempt;
import brume.cloudformation.stack.Deployment;
import brume.cloudformation.stack.LogicalResource;
import brume.cloudformation.stack.Revision;
import brume.cloudformation.stack.StackId;
import brume.cloudformation.template.Evaluator;
import brume.cloudformation.type.StepInterruptedException;
import brume.cloudformation.type.StoredParameters;
import brume.cloudformation.type.Types;
import brume.json.Json;
import brume.service.Call;
import brume.service.Platform;
import brume.service.ResourceType;
import brume.service.ResourceType.Resource;
import brume.service.resource.UnfinishedException;
import brume.shape.ServiceException;
import brume.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One deployment of one stack while it is worked on.
///
/// @param deployment its id: when the stack has another one, this one is over
/// @param patient whether to give up this run, for another one later, where a service answers that
///   it is out of breath
record Work(
    Stacks stacks,
    Exports exports,
    Types types,
    Platform platform,
    StackId id,
    String deployment,
    boolean patient) {
  private static final String TOKEN_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /// As long as the random parts of the names that CloudFormation makes.
  private static final int TOKEN_LENGTH = 12;

  <R> R read(Function<StackView, R> body) {
    return stacks.read(id, body);
  }

  <R> @Nullable R readOrNull(Function<StackView, @Nullable R> body) {
    return stacks.readOrNull(id, body);
  }

  /// What the stack is being made.
  Revision wanted() {
    var wanted = readOrNull(StackView::wanted);
    return Objects.requireNonNull(wanted);
  }

  <R> R change(Function<StackChange, R> body) {
    return stacks.change(id, platform.clock().instant(), body);
  }

  /// Whether further steps may begin.
  boolean goesOn() {
    return goesOn(readOrNull(StackView::deployment));
  }

  boolean goesOn(@Nullable Deployment current) {
    return current != null && isOf(current) && current.trouble() == null;
  }

  boolean isOf(@Nullable Deployment current) {
    return current != null && current.id().equals(deployment);
  }

  /// Whether steps may begin, and what they make may stay: not when the time is over.
  boolean goesOn(StackChange change) {
    var current = change.deployment();
    var deadline = current == null ? null : current.deadline();
    if (deadline != null && change.now().isAfter(deadline)) {
      trouble(change, "Stack creation time exceeded the specified timeout");
    }
    return goesOn(change.deployment());
  }

  /// Notes that the deployment is in trouble, unless it is already.
  void trouble(StackChange change, String why) {
    var current = change.deployment();
    if (current != null && goesOn(current)) {
      change.put(current.inTrouble(why));
    }
  }

  World world() {
    return new World(stacks, exports, id, name -> StoredParameters.value(call(), name));
  }

  Evaluator evaluator(Revision revision, World world) {
    return new Evaluator(
        revision.template(),
        revision.parameters(),
        id.pseudoParameters(platform.endpoint()),
        world);
  }

  /// A call as whoever deploys.
  Call call() {
    var role = readOrNull(view -> view.stack().roleArn());
    var current = readOrNull(StackView::deployment);
    if (current == null) {
      throw new IllegalStateException("Nobody deploys " + id);
    }
    return Callers.call(platform, id, current.deployer(), role);
  }

  /// The same whenever the same step of this deployment is tried.
  String token(LogicalResource resource, String step) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var text = deployment + ' ' + step + ' ' + resource.id();
      var hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      var token = new StringBuilder();
      for (int i = 0; i < TOKEN_LENGTH; i++) {
        token.append(TOKEN_SIGNS.charAt(hash[i] & 31));
      }
      return token.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  ResourceType.Request request(
      LogicalResource resource, String token, Json.Obj properties, Map<String, String> tags) {
    return new ResourceType.Request(id.name(), resource.id(), token, properties, tags);
  }

  /// For what an attempt wants.
  ResourceType.Request request(LogicalResource resource, Attempt attempt) {
    return new ResourceType.Request(
        id.name(),
        resource.id(),
        attempt.token(),
        attempt.properties(),
        attempt.tags(),
        attempt.wasFree());
  }

  /// Whether the name of what the attempt would create is known to be free; it is not where the
  /// deployer may not ask.
  boolean isFree(LogicalResource resource, Attempt attempt) {
    try {
      return types.get(resource.type()).isFree(call(), request(resource, attempt));
    } catch (ServiceException _) {
      return false;
    }
  }

  /// What a step came to.
  ///
  /// @param failure null when it succeeded
  /// @param left what a creation that failed left behind
  record Tried<T>(@Nullable T result, @Nullable String failure, @Nullable Resource left) {}

  /// Takes a step outside of the stack; what the store or a service out of breath throws is thrown
  /// on, since the step can be taken again.
  <T> Tried<T> attempt(LogicalResource resource, Supplier<T> step) {
    try {
      return new Tried<>(step.get(), null, null);
    } catch (StoreUnavailableException | StepInterruptedException e) {
      throw e;
    } catch (UnfinishedException e) {
      return failed(resource, e.reason(), e.made());
    } catch (RuntimeException e) {
      return failed(resource, e, null);
    }
  }

  private <T> Tried<T> failed(
      LogicalResource resource, RuntimeException e, @Nullable Resource left) {
    if (patient && e instanceof ServiceException refused && Failure.isPassing(refused)) {
      throw e;
    }
    return new Tried<>(null, Failure.reason(resource, e), left);
  }
}
