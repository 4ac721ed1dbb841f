package brume.identity.policy;

import brume.identity.policy.Decision.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A policy document, compiled: immutable, and free to be shared and kept.
public final class Policy {
  /// What a document is for, which decides what it must and must not contain.
  public enum Kind {
    /// An inline policy of a user, group or role, or a session policy.
    IDENTITY,
    /// A managed policy, which must name the current version of the language.
    MANAGED,
    /// A policy of a resource, such as a bucket or a queue.
    RESOURCE,
    /// The trust policy of a role.
    TRUST
  }

  private final Kind kind;
  private final List<Statement> allows;
  private final List<Statement> denies;

  Policy(Kind kind, List<Statement> statements) {
    this.kind = kind;
    this.allows = statements.stream().filter(Statement::allows).toList();
    this.denies = statements.stream().filter(statement -> !statement.allows()).toList();
  }

  /// Throws [MalformedPolicyException] for a text that is no policy of this kind.
  ///
  /// @param document JSON of at most [PolicyQuota#DOCUMENT_CHARS].
  public static Policy parse(String document, Kind kind) {
    return PolicyReader.read(document, kind);
  }

  Kind kind() {
    return kind;
  }

  /// The first statement that denies the request; null when none does.
  @Nullable Match denying(PolicyType as, Question question) {
    return first(denies, as, question);
  }

  /// The first statement that allows the request; null when none does.
  @Nullable Match allowing(PolicyType as, Question question) {
    return first(allows, as, question);
  }

  private @Nullable Match first(List<Statement> statements, PolicyType as, Question question) {
    for (var statement : statements) {
      if (statement.applies(question) != Grant.NONE) {
        return new Match(as, this, statement.number(), statement.sid());
      }
    }
    return null;
  }

  /// The first of the statements that allow the request most directly; null when none does.
  @Nullable Granted granting(PolicyType as, Question question) {
    Granted most = null;
    for (var statement : allows) {
      var grant = statement.applies(question);
      if (grant.compareTo(most == null ? Grant.NONE : most.grant()) > 0) {
        most = new Granted(grant, new Match(as, this, statement.number(), statement.sid()));
      }
    }
    return most;
  }

  record Granted(Grant grant, Match by) {}
}
