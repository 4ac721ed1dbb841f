package brume.apigateway.rest;

import brume.apigateway.record.Lacking;
import brume.model.apigateway.CreateDeploymentRequest;
import brume.model.apigateway.CreateRestApiRequest;
import brume.model.apigateway.CreateStageRequest;
import brume.model.apigateway.PutIntegrationRequest;

/// Refuses the parameters of requests that Brume does not honour.
public final class Unsupported {
  private Unsupported() {}

  public static void check(CreateRestApiRequest input) {
    Lacking.refuse("CloneFrom", input.cloneFrom());
    Lacking.refuse("MinimumCompressionSize", input.minimumCompressionSize());
    Lacking.refuse("SecurityPolicy", input.securityPolicy());
    Lacking.refuse("EndpointAccessMode", input.endpointAccessMode());
  }

  public static void check(PutIntegrationRequest input) {
    Lacking.refuse("ContentHandling", input.contentHandling());
    Lacking.refuse("ConnectionId", input.connectionId());
    Lacking.refuse("IntegrationTarget", input.integrationTarget());
    Lacking.refuse("TlsConfig", input.tlsConfig());
    if (!"INTERNET".equals(input.connectionType())) {
      Lacking.refuse("ConnectionType", input.connectionType());
    }
    if (!"BUFFERED".equals(input.responseTransferMode())) {
      Lacking.refuse("ResponseTransferMode", input.responseTransferMode());
    }
  }

  public static void check(CreateDeploymentRequest input) {
    Lacking.refuse("TracingEnabled", input.tracingEnabled());
  }

  public static void check(CreateStageRequest input) {
    Lacking.refuse("TracingEnabled", input.tracingEnabled());
    Lacking.refuse("DocumentationVersion", input.documentationVersion());
  }
}
