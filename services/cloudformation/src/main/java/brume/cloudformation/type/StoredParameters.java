package brume.cloudformation.type;

import brume.cloudformation.template.TemplateException;
import brume.model.ssm.GetParameterRequest;
import brume.model.ssm.SsmModel;
import brume.service.Call;
import brume.shape.ServiceException;
import java.util.Objects;

/// The values in Parameter Store that templates name.
public final class StoredParameters {
  private StoredParameters() {}

  /// Throws [TemplateException] with AWS's text when there is none.
  ///
  /// @param name with or without a version
  public static String value(Call call, String name) {
    try {
      var found = call.invoke(SsmModel.GET_PARAMETER, new GetParameterRequest(name, null));
      return Objects.requireNonNull(Objects.requireNonNull(found.parameter()).value());
    } catch (ServiceException e) {
      throw new TemplateException(
          "Unable to fetch parameters ["
              + name
              + "] from parameter store for this account. "
              + e.message());
    }
  }
}
