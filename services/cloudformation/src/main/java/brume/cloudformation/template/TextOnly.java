package brume.cloudformation.template;

import org.yaml.snakeyaml.resolver.Resolver;

/// Leaves scalars untyped, so that dates, account ids and merge keys stay the text they are.
final class TextOnly extends Resolver {
  @Override
  protected void addImplicitResolvers() {
    // None: YamlScalar types what CloudFormation types.
  }
}
