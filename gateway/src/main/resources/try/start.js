// The token that is typed in under "Authorize" stays in the memory of this page.
window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "/openapi",
    dom_id: "#api",
    deepLinking: true,
    docExpansion: "none",
    filter: true,
    displayRequestDuration: true,
    persistAuthorization: false,
    validatorUrl: null,
    requestInterceptor: (request) => {
      // Every POST needs one; a fresh key is right for a request that is sent by hand.
      if (request.method === "POST" && !request.headers["Idempotency-Key"]) {
        request.headers["Idempotency-Key"] = crypto.randomUUID();
      }
      return request;
    },
  });
});
