package brume.apigateway.authorizer;

import brume.apigateway.gateway.Upstream;
import brume.service.Gate;

/// All by which APIs decide who may use them.
public record Guards(Signatures signatures, Tokens tokens, FunctionAuthorizers functions) {
  public static Guards of(Gate gate, Upstream upstream) {
    return new Guards(new Signatures(gate), new Tokens(upstream), new FunctionAuthorizers());
  }
}
