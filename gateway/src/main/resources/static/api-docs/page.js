// The session's own requests prove by a header that the page has sent them.
const withProof = request => {
  const proof = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/);
  if (proof && !request.headers.Authorization) {
    request.headers['X-XSRF-TOKEN'] = decodeURIComponent(proof[1]);
  }
  return request;
};

SwaggerUIBundle({
  dom_id: '#viewer',
  url: '/api/openapi.json',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  requestInterceptor: withProof,
  validatorUrl: null,
});
