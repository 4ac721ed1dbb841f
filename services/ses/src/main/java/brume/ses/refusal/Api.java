package brume.ses.refusal;

import brume.model.ses.SesError;
import brume.model.sesv2.SeSv2Error;
import brume.service.CommonError;
import brume.shape.ErrorCode;

/// A version of the API, and its names for what is refused. The work behind both is the same.
///
/// @param invalid a value that cannot be
/// @param rejected a message that is not taken
/// @param paused sending was switched off for the account
/// @param configurationSetPaused sending was switched off for the configuration set
/// @param throttled the quota is used up
/// @param limit there are too many already
/// @param missingAttribute a template names a value that was not given
public record Api(
    ErrorCode invalid,
    ErrorCode rejected,
    ErrorCode paused,
    ErrorCode configurationSetPaused,
    ErrorCode throttled,
    ErrorCode limit,
    ErrorCode noIdentity,
    ErrorCode noConfigurationSet,
    ErrorCode configurationSetExists,
    ErrorCode noTemplate,
    ErrorCode templateExists,
    ErrorCode invalidTemplate,
    ErrorCode invalidTemplateData,
    ErrorCode missingAttribute) {
  public static final Api V1 =
      new Api(
          QueryError.INVALID_PARAMETER_VALUE,
          SesError.MESSAGE_REJECTED,
          SesError.ACCOUNT_SENDING_PAUSED_EXCEPTION,
          SesError.CONFIGURATION_SET_SENDING_PAUSED_EXCEPTION,
          CommonError.THROTTLING,
          SesError.LIMIT_EXCEEDED_EXCEPTION,
          QueryError.INVALID_PARAMETER_VALUE,
          SesError.CONFIGURATION_SET_DOES_NOT_EXIST_EXCEPTION,
          SesError.CONFIGURATION_SET_ALREADY_EXISTS_EXCEPTION,
          SesError.TEMPLATE_DOES_NOT_EXIST_EXCEPTION,
          SesError.ALREADY_EXISTS_EXCEPTION,
          SesError.INVALID_TEMPLATE_EXCEPTION,
          SesError.INVALID_RENDERING_PARAMETER_EXCEPTION,
          SesError.MISSING_RENDERING_ATTRIBUTE_EXCEPTION);

  public static final Api V2 =
      new Api(
          SeSv2Error.BAD_REQUEST_EXCEPTION,
          SeSv2Error.MESSAGE_REJECTED,
          SeSv2Error.SENDING_PAUSED_EXCEPTION,
          SeSv2Error.SENDING_PAUSED_EXCEPTION,
          SeSv2Error.TOO_MANY_REQUESTS_EXCEPTION,
          SeSv2Error.LIMIT_EXCEEDED_EXCEPTION,
          SeSv2Error.NOT_FOUND_EXCEPTION,
          SeSv2Error.NOT_FOUND_EXCEPTION,
          SeSv2Error.ALREADY_EXISTS_EXCEPTION,
          SeSv2Error.NOT_FOUND_EXCEPTION,
          SeSv2Error.ALREADY_EXISTS_EXCEPTION,
          SeSv2Error.BAD_REQUEST_EXCEPTION,
          SeSv2Error.BAD_REQUEST_EXCEPTION,
          SeSv2Error.BAD_REQUEST_EXCEPTION);
}
