package brume.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service as its model describes it, without the shapes of its operations' inputs and outputs,
/// which [OperationShape] makes when they are first asked for.
///
/// @param id the model's file name: `sqs`, `dynamodb`, `elbv2`
/// @param signingName the service in the credential scope of a signature
/// @param endpointPrefix the first label of the service's hosts
/// @param targetPrefix of `X-Amz-Target`, where the service speaks awsJson
/// @param xmlNamespace of replies, where the service speaks an XML protocol
/// @param protocols those it speaks, the preferred one first
public record ServiceShape(
    String id,
    String signingName,
    String endpointPrefix,
    String apiVersion,
    @Nullable String targetPrefix,
    @Nullable String xmlNamespace,
    List<Protocol> protocols,
    List<OperationShape<?, ?>> operations,
    List<ErrorCode> errors) {
  public @Nullable OperationShape<?, ?> operation(String name) {
    for (var operation : operations) {
      if (operation.name().equals(name)) {
        return operation;
      }
    }
    return null;
  }
}
