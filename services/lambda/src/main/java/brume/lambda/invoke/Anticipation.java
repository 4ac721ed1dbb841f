package brume.lambda.invoke;

import brume.base.Arn;
import brume.base.Scope;
import brume.lambda.runtime.pool.Environments;
import brume.model.lambda.FunctionConfiguration;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Objects;

/// Gets functions ready for their first request when they were deployed.
///
/// Only those in Java, whose start is the slow one. As on AWS, initialisation may thus happen
/// without a request, and its duration is reported with the first.
public final class Anticipation {
  private static final System.Logger LOG = System.getLogger(Anticipation.class.getName());

  private final Specs specs;
  private final Environments environments;

  Anticipation(Specs specs, Environments environments) {
    this.specs = specs;
    this.environments = environments;
  }

  /// A version is there, or is there in another way: to be called when that is committed. Returns
  /// at once, and what goes wrong will be told to whoever asks for the function.
  public FunctionConfiguration deployed(FunctionConfiguration version) {
    if (Objects.requireNonNullElse(version.runtime(), "").startsWith("java")) {
      Thread.ofVirtual().name("anticipation").start(() -> prepare(version));
    }
    return version;
  }

  private void prepare(FunctionConfiguration version) {
    try {
      var arn = Arn.parse(Objects.requireNonNull(version.functionArn())).orElseThrow();
      var spec = specs.of(new Scope(arn.account(), arn.region()), version);
      environments.retireOthers(spec);
      environments.anticipate(spec);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "Not ready ahead of requests: " + version.functionArn(), e);
    }
  }
}
