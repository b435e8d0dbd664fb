"""Letters for pictures that are made without any font: the sandbox mark and the signs of a time, as packed bitmaps.

Data only: one bit a pixel, rows padded to whole bytes, zlib, base 85. Drawn from Noto Sans CJK SC Bold (SIL Open Font
License 1.1) and DejaVu Sans Mono.
"""

from __future__ import annotations

MARK_WIDTH = 216
MARK_HEIGHT = 52
MARK = (
    "c-qy}O>Wab6ae5i7<D$tk0pyVE=OQRs+zhSg&VkvL|rx16J?PNQZ9fv%UDKq*KhztCU}u$C+ecEYUT09Zd$u=0Y-{s<@3CGKO+MG"
    "2nE~q3Sb9d&v(zy!GNb9s0V-m)^{%>lhh!I3Zg2djiVSdq7t<Mv@HsVX5=rKr1}kqqkoe4as^eyshIjVfQCNgd|Gei5jCj@gJgT)"
    "De&JnG^0D)qI{x&))!=7hQ(AhS*B~_L%e%4nQmx3CmRlmZ$w<g4@bNUNJ*vz*=VrTj)H1SZ<X|W;xYtGmfA>wXan)F3n(R1Aan>j"
    "@e&-R3rD<5PHS3F32~uZz`MC>$h!c!xu+E{dDj=F2`Hvp60mX|mql)yUBJ=f`Ycah2_l7gW}6JTQIqonp;PWk-;wmRX-anVk%|9P"
    "p|~8XXP!P{A|j^g$$`iVjgUBUJ&c7TI8^dv_<E5U6!r;yvi@+mKUb!YW=q_8Z*0VE<;TVTcR1>kMxtgYkqPn&ZS?uLc*7%qk-`H7"
    "njj4{j<54I6Oa6n)Cl?ro>(??znZ(a$M+Hh=*K(ze=k(1Mu?>#<=MV$mlc_sHi8URL5I>ZQ0Is=<_oYvYzHiDpqVf;WfaL-o9y1M"
    "P7%G#BqN-D?GU`HX=#!~PJVR)!oEpoD3&H>`q`!p49r<gHj(41O{q%E*_?@t^|BH=b;b7d>Yj9mq-9z;DxdBWCE4W0os~R23lb`m"
    "6GtIu_&24lE~akDN2eSqLYbLxgt9~BEx#VQ9wt%LX|JHQ4wJxjzI2`M45esDkj1Jy%3z}VNj+ulrrdm0{{V)T!A}"
)
"""`沙盒 不可真实就医` and, under it, `SANDBOX`."""

SIGNS = "0123456789-:TZ+ "
SIGN_WIDTH = 16
SIGN_HEIGHT = 24
SIGN_STRIP = (
    "c-qa;&27aX3<q$hkwOoV$dO8s$OuU9!i`lt0wXX|NAM^fA;%ng=%0@ly*ELNlwjpYz}Q58J4`XfiY=sGjij^180jZnb++P*Ka);y"
    "tLgOW<<)onDlQ&*Qb+qi9CPIQeJT{{>===wFtfu%96~sTXFL=__YZg^Qg|57ufDJ^0O>v#e3jcH@ycEwLgM)8Q}f4n&BVwjZ;D&s"
    "t}zcUw`YU@D92pgpZ)w9cO3gG@@9mH9ot~Ey19K43aAEr#*2n8^vrKAZ=U=9Yx7#41<MHMZ^2X__1l~8T2~&K_)wP@ih0wXziW<u"
    "o&HM5Fp1TLdVi{?t2(+1_o${XMpo+m?N0w-`~s{Nb&d"
)
"""The signs side by side."""
