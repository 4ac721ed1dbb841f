package brume.identity.policy;

import brume.identity.policy.language.MalformedPolicyException;
import brume.identity.policy.language.Version;
import brume.json.Json;
import brume.json.JsonException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Reads and checks a policy document.
///
/// Source: IAM User Guide, "Grammar of the IAM JSON policy language"; the texts of refusals are
/// those of the IAM API.
final class PolicyReader {
  private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

  private PolicyReader() {}

  static Policy read(String document, Policy.Kind kind) {
    if (document.length() > PolicyQuota.DOCUMENT_CHARS) {
      throw new MalformedPolicyException(
          "Cannot exceed quota for PolicyDocument: " + PolicyQuota.DOCUMENT_CHARS);
    }
    var fields = parse(document);
    if (!ELEMENTS.containsAll(fields.keySet())
        || !(fields.getOrDefault("Id", Json.of("")) instanceof Json.Str)) {
      throw MalformedPolicyException.syntax();
    }
    var version = version(fields.getOrDefault("Version", Json.of(Version.V2008.date())));
    if (kind == Policy.Kind.MANAGED && version != Version.V2012) {
      throw new MalformedPolicyException("Policy document must be version 2012-10-17 or greater.");
    }
    var statements = new ArrayList<Statement>();
    var sids = new HashSet<String>();
    for (var json : fields.getOrDefault("Statement", Json.Arr.EMPTY).list()) {
      var statement = new StatementReader(json, kind, version).read(statements.size() + 1);
      if (statement.sid() != null && !sids.add(statement.sid())) {
        throw new MalformedPolicyException(
            "Statement IDs (SID) in a single policy must be unique.");
      }
      statements.add(statement);
    }
    if (statements.isEmpty()) {
      throw MalformedPolicyException.syntax();
    }
    return new Policy(kind, statements);
  }

  private static Map<String, Json> parse(String document) {
    try {
      if (Json.parse(document) instanceof Json.Obj(Map<String, Json> fields)) {
        return fields;
      }
    } catch (JsonException _) {
      // Answered like any other text that is not a policy.
    }
    throw MalformedPolicyException.syntax();
  }

  private static Version version(Json json) {
    if (json instanceof Json.Str(var date)) {
      return Version.of(date);
    }
    throw MalformedPolicyException.syntax();
  }
}
