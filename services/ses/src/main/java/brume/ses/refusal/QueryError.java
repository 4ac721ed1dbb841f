package brume.ses.refusal;

import brume.shape.ErrorCode;
import brume.shape.StructureShape;
import org.jspecify.annotations.Nullable;

/// What version 1 answers beside its model.
///
/// Source: Amazon SES API v1 reference, "Common Errors".
enum QueryError implements ErrorCode {
  INVALID_PARAMETER_VALUE("InvalidParameterValue");

  private static final int BAD_REQUEST = 400;

  private final String code;

  QueryError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return BAD_REQUEST;
  }

  @Override
  public @Nullable StructureShape<?> shape() {
    return null;
  }
}
