package brume.lambda.function;

import brume.model.lambda.AliasConfiguration;
import brume.model.lambda.AliasRoutingConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How an alias divides its requests: some of them go to a second version.
///
/// Source: AWS Lambda Developer Guide, "Implement Lambda canary deployments using a weighted
/// alias".
public final class Routing {
  private Routing() {}

  /// The version that the next request goes to.
  ///
  /// @param random from 0 to before 1
  public static String choose(AliasConfiguration alias, double random) {
    double below = 0;
    for (var weight : weights(alias.routingConfig()).entrySet()) {
      below += weight.getValue();
      if (random < below) {
        return weight.getKey();
      }
    }
    return Objects.requireNonNull(alias.functionVersion());
  }

  /// All versions that requests can go to.
  public static List<String> versions(AliasConfiguration alias) {
    var versions = new ArrayList<String>();
    versions.add(Objects.requireNonNull(alias.functionVersion()));
    versions.addAll(weights(alias.routingConfig()).keySet());
    return versions;
  }

  private static Map<String, Double> weights(@Nullable AliasRoutingConfiguration routing) {
    var weights = routing == null ? null : routing.additionalVersionWeights();
    return weights == null ? Map.of() : weights;
  }

  /// Throws an invalid parameter value for a routing that AWS does not accept.
  public static AliasConfiguration check(AliasConfiguration alias) {
    var weights = weights(alias.routingConfig());
    var name = Objects.requireNonNull(alias.name());
    if (FunctionName.isVersion(name)) {
      throw Rules.invalid("The name of an alias is not a number: " + name);
    }
    if (weights.size() > 1) {
      throw Rules.invalid("Number of items in AdditionalVersionWeights cannot be greater than 1");
    }
    for (var weight : weights.entrySet()) {
      if (weight.getKey().equals(alias.functionVersion())) {
        throw Rules.invalid(
            "Invalid function version %s. Function version %s is already included in routing"
                    .formatted(weight.getKey(), weight.getKey())
                + " configuration.");
      }
      if (FunctionName.LATEST.equals(alias.functionVersion())
          || FunctionName.LATEST.equals(weight.getKey())) {
        throw Rules.invalid(
            "$LATEST is not supported for an alias pointing to more than 1 version");
      }
      if (weight.getValue() < 0 || weight.getValue() > 1) {
        throw Rules.invalid("A weight is from 0.0 to 1.0, not " + weight.getValue());
      }
    }
    return alias;
  }
}
