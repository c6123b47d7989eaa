# Noticeboard in a container: built in one stage, run in another by an account that is not root.
#   docker build -t noticeboard .
#   docker run -p 4444:4444 -v noticeboard:/data noticeboard
#   docker exec <container> noticeboard backup /data-backup
FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
# Not `npm ci`: it refuses a lock file made where a registry lacks other platforms' binaries.
RUN npm install --no-save --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-save --no-audit --no-fund

FROM node:22-slim
ENV NODE_ENV=production NOTICEBOARD_DATA=/data
WORKDIR /app
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
RUN printf '#!/bin/sh\nexec node --enable-source-maps /app/dist/server/main.js "$@"\n' > /usr/local/bin/noticeboard \
  && chmod +x /usr/local/bin/noticeboard \
  && mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4444
HEALTHCHECK CMD node -e "fetch('http://127.0.0.1:' + (process.env.PORT || 4444) + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
# Longer than GRACE_SECONDS: closing takes that time and a little more.
STOPSIGNAL SIGTERM
ENTRYPOINT ["noticeboard"]
CMD ["serve"]
