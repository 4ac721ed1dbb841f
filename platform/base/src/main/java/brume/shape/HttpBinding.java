package brume.shape;

/// @param uri a template such as `/{Bucket}/{Key+}?uploads`; always `/` for the RPC protocols
/// @param status of a reply without an error
public record HttpBinding(String method, String uri, int status) {
  public static final HttpBinding RPC = new HttpBinding("POST", "/", 200);
}
