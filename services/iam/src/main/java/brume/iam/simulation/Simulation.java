package brume.iam.simulation;

import static brume.model.iam.IamError.INVALID_INPUT_EXCEPTION;
import static brume.model.iam.IamError.MALFORMED_POLICY_DOCUMENT_EXCEPTION;

import brume.base.Arn;
import brume.base.Scope;
import brume.iam.data.Entities;
import brume.iam.decision.Identity;
import brume.identity.policy.Decision;
import brume.identity.policy.Decision.Match;
import brume.identity.policy.Policies;
import brume.identity.policy.Policy;
import brume.identity.policy.PolicyType;
import brume.identity.policy.PrincipalKeys;
import brume.identity.policy.Request;
import brume.identity.policy.language.ContextKeys;
import brume.identity.policy.language.MalformedPolicyException;
import brume.model.iam.ContextEntry;
import brume.model.iam.EvaluationResult;
import brume.model.iam.PermissionsBoundaryDecisionDetail;
import brume.model.iam.Statement;
import brume.service.Call;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Calls that are not made: what the policies of a subject decide on actions and resources.
///
/// Source: IAM API reference, `SimulatePrincipalPolicy` and `SimulateCustomPolicy`.
public final class Simulation {
  private static final Pattern ACTION = Pattern.compile("[a-zA-Z0-9-]+:[a-zA-Z0-9]+");

  private final Subject subject;
  private final Identity identity;
  private final @Nullable Policy resourcePolicy;
  private final String owner;
  private final Map<String, List<String>> keys;
  private final List<String> documents;

  /// What is simulated beside the subject's own policies.
  ///
  /// @param resourcePolicy of each resource; null for none
  /// @param resourceOwner the ARN of the account that owns resources whose ARNs do not say it
  public record Circumstances(
      @Nullable String resourcePolicy,
      @Nullable String resourceOwner,
      @Nullable List<ContextEntry> entries) {}

  /// Throws `MalformedPolicyDocument` and `InvalidInput`.
  public Simulation(Call call, Subject subject, Circumstances circumstances) {
    this.subject = subject;
    this.identity = subject.compiled();
    var document = circumstances.resourcePolicy;
    resourcePolicy = document == null ? null : resourcePolicy(document);
    owner = owner(call.scope(), circumstances.resourceOwner);
    keys = keys(call, subject, identity, circumstances.entries);
    documents = new ArrayList<>(subject.documents());
    if (document != null) {
      documents.add(document);
    }
  }

  private static Policy resourcePolicy(String document) {
    try {
      return Policy.parse(document, Policy.Kind.RESOURCE);
    } catch (MalformedPolicyException malformed) {
      throw MALFORMED_POLICY_DOCUMENT_EXCEPTION.because(malformed.text());
    }
  }

  private static String owner(Scope scope, @Nullable String arn) {
    return arn == null
        ? scope.account()
        : Arn.parse(arn)
            .map(Arn::account)
            .filter(Scope::isAccount)
            .orElseThrow(() -> INVALID_INPUT_EXCEPTION.because("Invalid resource owner: " + arn));
  }

  private static Map<String, List<String>> keys(
      Call call, Subject subject, Identity identity, @Nullable List<ContextEntry> entries) {
    var keys = new HashMap<>(identity.tags());
    keys.putAll(PrincipalKeys.of(subject.principal(), null));
    var now = call.now().truncatedTo(ChronoUnit.SECONDS);
    keys.put("aws:CurrentTime", List.of(now.toString()));
    keys.put("aws:EpochTime", List.of(Long.toString(now.getEpochSecond())));
    for (var entry : entries == null ? List.<ContextEntry>of() : entries) {
      var values = entry.contextKeyValues();
      if (entry.contextKeyName() != null && values != null) {
        keys.keySet().removeIf(entry.contextKeyName()::equalsIgnoreCase);
        keys.put(entry.contextKeyName(), values);
      }
    }
    return keys;
  }

  /// One result for each action on each resource.
  ///
  /// @param resources null for all of them
  public List<EvaluationResult> results(List<String> actions, @Nullable List<String> resources) {
    var results = new ArrayList<EvaluationResult>();
    var on = resources == null || resources.isEmpty() ? List.of("*") : resources;
    for (var action : actions) {
      if (!ACTION.matcher(action).matches()) {
        throw INVALID_INPUT_EXCEPTION.because("Invalid action: " + action);
      }
      on.forEach(resource -> results.add(result(action, resource)));
    }
    return results;
  }

  private EvaluationResult result(String action, String resource) {
    var account = Arn.parse(resource).map(Arn::account).filter(Scope::isAccount).orElse(owner);
    var request = new Request(action, resource, subject.principal(), account, ContextKeys.of(keys));
    var decision =
        Policies.ofIdentity(identity.policies())
            .boundedBy(identity.boundary())
            .on(resourcePolicy)
            .decide(request);
    return EvaluationResult.builder()
        .evalActionName(action)
        .evalResourceName(resource)
        .evalDecision(word(decision))
        .matchedStatements(matched(decision))
        .missingContextValues(missing())
        .permissionsBoundaryDecisionDetail(boundary(request))
        .build();
  }

  private static String word(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> "allowed";
      case Decision.ExplicitlyDenied _ -> "explicitDeny";
      case Decision.ImplicitlyDenied _ -> "implicitDeny";
    };
  }

  private List<Statement> matched(Decision decision) {
    return switch (decision) {
      case Decision.Allowed(Match by) when by != null -> List.of(statement(by));
      case Decision.ExplicitlyDenied(Match by) -> List.of(statement(by));
      default -> List.of();
    };
  }

  private Statement statement(Match match) {
    var origin = identity.origins().get(match.policy());
    var document = origin == null ? documents.getLast() : origin.document();
    var positions = Positions.of(document, match.number());
    return new Statement(
        positions.end(),
        origin == null ? "ResourcePolicy" : Entities.nameOf(origin.id()),
        match.type() == PolicyType.RESOURCE ? "Resource Policy" : "IAM Policy",
        positions.start());
  }

  /// The keys that some policy asks for and the circumstances do not have.
  private List<String> missing() {
    var wanted = ContextKeyNames.of(documents);
    keys.keySet().forEach(name -> wanted.remove(name.toLowerCase(Locale.ROOT)));
    return List.copyOf(wanted.values());
  }

  /// What the boundary alone decides; null where there is none.
  private @Nullable PermissionsBoundaryDecisionDetail boundary(Request request) {
    var boundary = identity.boundary();
    return boundary == null
        ? null
        : new PermissionsBoundaryDecisionDetail(
            Policies.ofIdentity(List.of(boundary)).decide(request).allowed());
  }
}
