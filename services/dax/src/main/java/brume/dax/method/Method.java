package brume.dax.method;

/// One method. The class is named as the client's operation.
interface Method {
  /// How many items follow the method's number in a request.
  int arguments();

  /// Writes the reply behind the mark of success; throws what the client is to be told otherwise.
  void answer(Request request);
}
