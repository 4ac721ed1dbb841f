package brume.s3.refusal;

import static brume.model.s3.S3Error.MALFORMED_XML;

import brume.shape.ServiceException;

/// The refusal of a document that says what it must not.
public final class MalformedXml {
  private MalformedXml() {}

  public static ServiceException refusal() {
    return MALFORMED_XML.because(
        "The XML you provided was not well-formed or did not validate against our published"
            + " schema");
  }
}
